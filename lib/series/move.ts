import "server-only";
import { and, eq, gte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { series, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { fieldError } from "@/lib/errors/errors";
import { setTime } from "@/lib/sessions/move";
import type { Start } from "@/lib/sessions/start";
import { clock } from "@/lib/time/now";
import { endBefore } from "./cancel";
import type { Several } from "./limits";
import type { Series } from "./materialise";
import { nthStart, numberOf, type Pattern, place } from "./occurrences";
import { type SeriesSession, sessionsMeant } from "./scope";

interface Moved {
  session: { id: string };
  to: Start & { minutes: number };
  scope: Several;
  /** Of the session, as the form knew it. */
  sequence: number | null;
}

/**
 * Moves a session with those that follow, or all that are still to come. From the first of them on it is another series
 * with a pattern of its own, and every session keeps its place in it: also what was cancelled, so that nobody makes it
 * again. Those that somebody had moved by hand keep their time. False when the session was changed meanwhile.
 */
export async function moveFrom(tx: Tx, actor: Actor, { session, to, scope, sequence }: Moved): Promise<boolean> {
  const meant = await sessionsMeant(tx, session.id, scope);
  const { series: old, first, itself } = meant;
  if (sequence !== null && itself.sequence !== sequence) return false;
  if (old.rotates) throw fieldError("scope", "series.error.rotates");
  const from = numberOf(old, first.seriesStart);
  const pattern = { rhythm: old.rhythm, wallStart: to.wallStart, zone: to.zone, untilOn: null };
  const back = from - numberOf(old, itself.seriesStart);
  const shifted: Pattern = { ...pattern, wallStart: nthStart(pattern, back) };
  if (place(shifted.wallStart, shifted.zone).startsAt <= clock.now()) throw fieldError("date", "series.error.past");

  const next = await split(tx, actor, old, shifted, first.seriesStart, to.minutes);
  const later = await tx
    .select({ id: sessions.id, seriesStart: sessions.seriesStart })
    .from(sessions)
    .where(and(eq(sessions.seriesId, old.id), gte(sessions.seriesStart, first.seriesStart)));
  for (const { id, seriesStart } of later) {
    const start = nthStart(shifted, numberOf(old, seriesStart ?? "") - from);
    await tx.update(sessions).set({ seriesId: next.id, seriesStart: start }).where(eq(sessions.id, id));
  }
  for (const one of meant.sessions) {
    if (one.id !== itself.id && isMovedByHand(one, old)) continue;
    const seriesStart = nthStart(shifted, numberOf(old, one.seriesStart) - from);
    const { wallStart, startsAt } = one.id === itself.id ? to : place(seriesStart, to.zone);
    const minutes = one.id === itself.id || one.minutes === old.minutes ? to.minutes : one.minutes;
    await setTime(tx, actor, one, { wallStart, startsAt, zone: to.zone, minutes });
  }
  return true;
}

/** The series that goes on with the new pattern; the old one ends before it. */
async function split(tx: Tx, actor: Actor, old: Series, pattern: Pattern, seriesStart: string, minutes: number) {
  const { id, createdAt, formKey, ...kept } = old;
  const { wallStart, zone } = pattern;
  const [next] = await tx
    .insert(series)
    .values({ ...kept, wallStart, zone, minutes, untilOn: laterDay(old.untilOn, wallStart.slice(0, 10)) })
    .returning();
  if (!next) throw new Error("no series was inserted");
  await endBefore(tx, actor, old, seriesStart);
  await record(tx, {
    actorId: actor.personId,
    action: "series.move",
    cohortId: old.cohortId,
    subjectId: next.id,
    detail: { from: id, wallStart },
  });
  return next;
}

function isMovedByHand(session: SeriesSession, { zone }: Series): boolean {
  return session.zone !== zone || session.wallStart !== place(session.seriesStart, zone).wallStart;
}

const laterDay = (a: string | null, b: string) => (a !== null && a < b ? b : a);
