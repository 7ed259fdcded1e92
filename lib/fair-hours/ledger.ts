import "server-only";
import { addMonths } from "@/lib/time/days";
import { dateIn } from "@/lib/time/wall";
import type { Balance } from "./types";

export interface LedgerCity {
  id: string;
  createdAt: Date;
}

/** A session that is held or announced, with what it cost each city that had to be there, in quarters of a point. */
export interface LedgerSession {
  id: string;
  startsAt: Date;
  burdens: ReadonlyMap<string, number>;
}

/** A session counts while it is ahead and for so many months after it began. */
export const LEDGER_MONTHS = 12;

/** The first moment that counts; a session that began before it no longer does. */
export function ledgerFrom(now: Date): Date {
  return new Date(`${addMonths(dateIn(now, "UTC"), -LEDGER_MONTHS)}T00:00:00Z`);
}

/**
 * What each city has paid: the burdens of the sessions of the last twelve months, and of those ahead, in which it had to
 * be there, whether it came or not. Cancelled ones, drafts and open polls are not among `sessions`: they cost nothing.
 *
 * A city that joins later starts at the median of the cities that were there before it: of what each of those had paid,
 * its own start included, in sessions that began before the newcomer joined and still count. So the start gets smaller as
 * those sessions leave the window, and is gone twelve months after. A median between two is rounded down to a quarter. A
 * city has joined when its workspace was made, or when the first session began in which it had to be there.
 */
export function ledger(
  cities: readonly LedgerCity[],
  sessions: readonly LedgerSession[],
  now: Date,
): Map<string, Balance> {
  const from = ledgerFrom(now);
  const counted = sessions.filter(({ startsAt }) => startsAt >= from);
  const joined = cities
    .map(({ id, createdAt }) => ({ id, at: joinedAt(id, createdAt, sessions) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const starts = new Map<string, number>();
  for (const { id, at } of joined) {
    const before = counted.filter(({ startsAt }) => startsAt < at);
    const others = joined.filter((other) => other.at < at);
    starts.set(id, median(others.map((other) => (starts.get(other.id) ?? 0) + paid(other.id, before))));
  }
  return new Map(cities.map(({ id }) => [id, balanceOf(id, starts.get(id) ?? 0, counted, now)]));
}

function balanceOf(cityId: string, start: number, counted: readonly LedgerSession[], now: Date): Balance {
  const own = counted.filter(({ burdens }) => burdens.has(cityId));
  const begun = own
    .filter(({ startsAt }) => startsAt <= now)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const last = begun.at(-1);
  return {
    cityId,
    balance: start + paid(cityId, counted),
    start,
    sessions: own.length,
    last: last ? { id: last.id, startsAt: last.startsAt, burden: last.burdens.get(cityId) ?? 0 } : null,
  };
}

function joinedAt(id: string, createdAt: Date, sessions: readonly LedgerSession[]): Date {
  const first = sessions.filter(({ burdens }) => burdens.has(id)).map(({ startsAt }) => startsAt.getTime());
  return new Date(Math.min(createdAt.getTime(), ...first));
}

function paid(id: string, sessions: readonly LedgerSession[]): number {
  return sessions.reduce((sum, { burdens }) => sum + (burdens.get(id) ?? 0), 0);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.floor(((sorted[middle - 1] ?? 0) + upper) / 2);
}
