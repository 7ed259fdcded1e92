import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { freeDays } from "@/lib/fair-hours/queries";
import { addDays, dayNumber, weekdayOf } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { dateIn, instantToWall } from "@/lib/time/wall";
import { queueNews, takeUnmailed } from "./tell";

interface Reader extends Record<string, unknown> {
  id: string;
  email: string;
  zone: string;
  rhythm: "daily" | "weekly";
  work_start: number;
  gathered_on: string | null;
  away_until: string | null;
  /** The city whose days off are theirs; null for the cohort's own people. */
  workspace_id: string | null;
}

/**
 * Every half hour: one mail with all that is new for whoever wants it daily or weekly, from the beginning of their working day on
 * and only on days on which they work: not on their city's holiday, and not before they are back. Weekly is the first such
 * day of a week.
 */
export async function gatherNews(): Promise<void> {
  const now = clock.now();
  const readers = await db.execute<Reader>(sql`
    select p.id, p.email, p.zone, p.mail_rhythm as rhythm, p.work_start, p.gathered_on::text, p.away_until::text,
      (select m.workspace_id from memberships m where m.person_id = p.id and m.workspace_id is not null and m.from_at <= now()
        and (m.until_at is null or m.until_at > now()) order by m.from_at, m.id limit 1) as workspace_id
    from people p where p.mail_rhythm in ('daily', 'weekly') order by p.id`);
  const known = new Map<string, boolean>();
  for (const reader of readers) {
    const today = dateIn(now, reader.zone);
    if (!isDue(reader, today, instantToWall(now, reader.zone).slice(11))) continue;
    const day = `${reader.workspace_id} ${today}`;
    const working = known.get(day) ?? (await works(reader, today));
    known.set(day, working);
    if (working) await gatherFor(reader, today);
  }
}

/** Whether it is a morning for which nothing was gathered yet. Days are local ones, "2026-11-24", and so is the hour, "09:00". */
export function isDue(
  { rhythm, work_start, gathered_on, away_until }: Pick<Reader, "rhythm" | "work_start" | "gathered_on" | "away_until">,
  today: string,
  hour: string,
): boolean {
  const [hours, minutes] = hour.split(":").map(Number);
  if ((hours ?? 0) * 60 + (minutes ?? 0) < work_start) return false;
  if (away_until !== null && today <= away_until) return false;
  const first = rhythm === "daily" ? today : addDays(today, -weekdayOf(dayNumber(today)));
  return gathered_on === null || gathered_on < first;
}

async function works({ workspace_id }: Reader, today: string): Promise<boolean> {
  if (workspace_id === null) return weekdayOf(dayNumber(today)) < 5;
  return !(await freeDays(workspace_id, today, today)).has(today);
}

/** Notes the day, also when there is nothing to tell: what comes later waits for the next morning. Of two workers one does. */
async function gatherFor(reader: Reader, today: string): Promise<void> {
  await db.transaction(async (tx) => {
    const mine = await tx.execute(sql`update people set gathered_on = ${today}::date
      where id = ${reader.id} and (gathered_on is null or gathered_on < ${today}::date) returning id`);
    if (mine.length > 0) await queueNews(tx, "digest", reader, await takeUnmailed(tx, reader.id));
  });
}
