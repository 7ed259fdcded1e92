import "server-only";
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { people } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { limitRate } from "@/lib/auth/rate-limit";
import { hashToken } from "@/lib/auth/tokens";
import { AppError, fieldError } from "@/lib/errors/errors";
import { followThing } from "@/lib/follows/mutations";
import { titleOf } from "@/lib/follows/title";
import { clock } from "@/lib/time/now";
import type { Rhythm } from "./limits";
import { readMailToken } from "./mail-token";
import type { MailChoice } from "./types";

const QUARTER_HOUR = 900;

export async function rhythmOf({ personId }: Actor): Promise<Rhythm> {
  const [row] = await db.select({ rhythm: people.mailRhythm }).from(people).where(eq(people.id, personId));
  return row?.rhythm ?? "at-once";
}

/** How often news come by mail. `by` says whether the actor was signed in, or came by the link of a mail. */
export async function setRhythm(
  { personId }: { personId: string },
  rhythm: Rhythm,
  by: "settings" | "mail" = "settings",
) {
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(people)
      .set({ mailRhythm: rhythm, gatheredOn: gatheredFrom(clock.now()) })
      .where(and(eq(people.id, personId), ne(people.mailRhythm, rhythm)))
      .returning({ id: people.id });
    if (changed.length === 0) return;
    await record(tx, { actorId: personId, action: "mail.rhythm", subjectId: personId, detail: { rhythm, by } });
  });
}

/** Whoever chooses in the middle of their day is not sent what is gathered before their next working morning. */
function gatheredFrom(now: Date): SQL {
  const local = sql`(${now.toISOString()}::timestamptz at time zone ${people.zone})`;
  return sql`case when extract(hour from ${local}) * 60 + extract(minute from ${local}) >= ${people.workStart}
    then ${local}::date else ${people.gatheredOn} end`;
}

/** The same for whoever holds a mail of ours. */
export async function setRhythmByMail({ token, rhythm }: { token: string; rhythm: Rhythm }): Promise<void> {
  await setRhythm(await holderOf(token), rhythm, "mail");
}

export async function muteByMail({ token }: { token: string }): Promise<void> {
  const { personId, thing } = await holderOf(token);
  if (!thing) throw new AppError("not_found");
  await followThing(await actorOf(personId), thing, "mute");
}

/** What the link of a mail offers. The title only as long as its person may read it; null when we made no such link. */
export async function getMailChoice(token: string): Promise<MailChoice | null> {
  const given = readMailToken(token);
  const actor = given && (await actorOf(given.personId).catch(() => null));
  if (!given || !actor) return null;
  const [rhythm, title] = await Promise.all([rhythmOf(actor), given.thing && titleOf(actor, given.thing)]);
  return { email: actor.email, rhythm, title };
}

async function holderOf(token: string) {
  const given = readMailToken(token);
  // Only what we made is counted: made-up tokens write nothing.
  if (!given) throw fieldError("form", "digest.error.gone");
  await limitRate(`unsubscribe:${hashToken(token)}`, 60, QUARTER_HOUR);
  return given;
}
