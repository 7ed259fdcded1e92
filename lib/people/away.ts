import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { dateIn } from "@/lib/time/wall";

interface Person {
  /** The last day on which they are not there, "2026-12-24", by their own calendar. */
  awayUntil: string | null;
  zone: string;
}

/** Whether they are away at this moment. It ends by itself with the day, on their own clock. */
export function isAway({ awayUntil, zone }: Person, now: Date): boolean {
  return awayUntil !== null && dateIn(now, zone) <= awayUntil;
}

/** The same in a statement, over people called `alias`: the day as text, or null for whoever is there. */
export function awayUntil(alias: string, now: Date): SQL<string | null> {
  const [until, zone] = [sql.raw(`${alias}.away_until`), sql.raw(`${alias}.zone`)];
  return sql`case when (${now.toISOString()}::timestamptz at time zone ${zone})::date <= ${until} then ${until}::text end`;
}
