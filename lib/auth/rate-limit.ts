import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { AppError } from "@/lib/errors/errors";
import { clock } from "@/lib/time/now";

const MINUTE = 60;
const DAY = 86_400;

/** How often one person may do what others are told of or what takes long, in how many seconds. Far above what anybody needs by hand. */
export const RATES = {
  comment: { most: 30, seconds: MINUTE },
  edit: { most: 30, seconds: MINUTE },
  react: { most: 60, seconds: MINUTE },
  mention: { most: 60, seconds: 10 * MINUTE },
  report: { most: 20, seconds: DAY },
  appeal: { most: 10, seconds: DAY },
  moderate: { most: 60, seconds: MINUTE },
  resolve: { most: 60, seconds: MINUTE },
  follow: { most: 60, seconds: MINUTE },
  "tend-news": { most: 120, seconds: MINUTE },
  ask: { most: 10, seconds: DAY },
  "ask-change": { most: 60, seconds: 60 * MINUTE },
  suggest: { most: 240, seconds: MINUTE },
} as const;
export type Rated = keyof typeof RATES;

/** Counts that a person does something and refuses it with `too_many` when it was too often. */
export function limitPerson(person: { personId: string }, what: Rated): Promise<void> {
  const { most, seconds } = RATES[what];
  return limitRate(`${what}:${person.personId}`, most, seconds);
}

/** Counts one use of `key` and refuses with `too_many` beyond `limit` in a window of `seconds`. Shared by all instances. */
export async function limitRate(key: string, limit: number, seconds: number): Promise<void> {
  const use = countUse(key, seconds);
  const [row] = await db.execute<{ count: number }>(use.insert);
  if (row && row.count > limit) throw use.refusal;
}

/**
 * The same as a part of another statement: `insert` is one for a `with`, counts when `given` holds and returns `count`,
 * one after the other for all that come at once; `refusal` is what to throw beyond the limit.
 */
export function countUse(key: string, seconds: number, given: SQL = sql`true`): { insert: SQL; refusal: AppError } {
  const now = clock.now().getTime() / 1000;
  const start = Math.floor(now / seconds) * seconds;
  return {
    insert: sql`insert into rate_limits (key, window_start, count)
      select ${key}, to_timestamp(${start}::float8), 1 where ${given}
      on conflict (key, window_start) do update set count = rate_limits.count + 1 returning count`,
    refusal: new AppError("too_many", { retryAfter: Math.max(1, Math.ceil(start + seconds - now)) }),
  };
}
