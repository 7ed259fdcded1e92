import "server-only";
import { and, eq, gte, inArray, isNull, or } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { series, sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { addDays } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { dateIn, type WallTime } from "@/lib/time/wall";
import { hourFor, paidBy, seriesCities } from "./hours";
import { insertOccurrence } from "./insert";
import { AHEAD_WEEKS } from "./limits";
import { occurrences } from "./occurrences";

export type Series = typeof series.$inferSelect;

/** Nightly: puts what is due of every series into the calendar. One that fails does not keep the others. */
export async function materialiseAll(): Promise<void> {
  // Somewhere it is still yesterday: what is over by the series' own clock has nothing due anyway.
  const yesterday = addDays(dateIn(clock.now(), "UTC"), -1);
  const open = await db
    .select({ id: series.id, createdBy: series.createdBy })
    .from(series)
    .where(or(isNull(series.untilOn), gte(series.untilOn, yesterday)));
  const failed: unknown[] = [];
  for (const { id, createdBy } of open) {
    const actor = await actorOf(createdBy);
    await db
      .transaction(async (tx) => {
        const [row] = await tx.select().from(series).where(eq(series.id, id)).for("no key update");
        if (row) await materialise(tx, actor, row);
      })
      .catch((error: unknown) => failed.push(error));
  }
  if (failed.length > 0) throw new AggregateError(failed, "some series have no new sessions");
}

/**
 * Makes the occurrences of the weeks ahead that are not there yet: running it twice makes none twice. One that falls on a
 * holiday of a city that must be there is left out or kept, as the series says; a rotating series asks for the fairest hour
 * of each occurrence's week, with the ledger as it then stands.
 */
export async function materialise(tx: Tx, actor: Actor, row: Series): Promise<string[]> {
  const now = clock.now();
  const today = dateIn(now, row.zone);
  const due = occurrences(row, today, addDays(today, AHEAD_WEEKS * 7)).filter(({ startsAt }) => startsAt > now);
  const there = await startsOf(
    tx,
    row.id,
    due.map(({ seriesStart }) => seriesStart),
  );
  let cities = await seriesCities(tx, row);
  const made: string[] = [];
  for (const occurrence of due) {
    if (there.has(occurrence.seriesStart)) continue;
    const start = hourFor(row, occurrence, cities);
    if (!start) continue;
    const id = await insertOccurrence(tx, actor, row, { ...start, seriesStart: occurrence.seriesStart });
    if (id === null) continue;
    made.push(id);
    cities = paidBy(cities, start.startsAt, row.minutes);
  }
  return made;
}

async function startsOf(tx: Tx, seriesId: string, starts: readonly WallTime[]): Promise<Set<string | null>> {
  if (starts.length === 0) return new Set();
  const rows = await tx
    .select({ start: sessions.seriesStart })
    .from(sessions)
    .where(and(eq(sessions.seriesId, seriesId), inArray(sessions.seriesStart, [...starts])));
  return new Set(rows.map(({ start }) => start));
}
