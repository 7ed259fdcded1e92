import "server-only";
import { dateOfDay, dayNumber, weekdayOf } from "@/lib/time/days";
import { offsetStretches } from "@/lib/time/offsets";
import { between, type CityHours, QUARTER } from "./city-hours";
import type { Spread } from "./limits";
import { PROPOSALS, propose } from "./proposals";
import { rank } from "./rank";
import { sittings } from "./sittings";
import { type Grid, placeOf } from "./starts";
import type { Block, NothingFits } from "./types";
import { type Reason, reasonAt } from "./weights";

/** Which cities are in the way and on what grounds, what one of them left out would allow, and two sittings. */
export function nothingFits(table: Grid, spread: Spread): NothingFits {
  const required = table.hours.filter(({ city }) => city.required);
  return {
    blocks: blocks(table, required),
    withoutOne: withoutOne(table, required, spread),
    sittings: sittings(table, required, spread),
  };
}

function blocks(table: Grid, required: readonly CityHours[]): Block[] {
  const stopped = required.map((hours) => table.starts.map((start) => blocksAt(table, hours, placeOf(table, start))));
  const many = table.starts.map((_, index) => stopped.filter((starts) => starts[index]).length);
  const found = required.map((hours, row) => {
    const starts = stopped[row] ?? [];
    return {
      cityId: hours.city.id,
      starts: starts.filter(Boolean).length,
      alone: starts.filter((stops, index) => stops && many[index] === 1).length,
      ...grounds(table, hours, starts),
    };
  });
  return found
    .filter(({ starts }) => starts > 0)
    .sort((a, b) => b.alone - a.alone || b.starts - a.starts || order(a.cityId, b.cityId));
}

function grounds(table: Grid, { city }: CityHours, stopped: readonly boolean[]) {
  const length = table.quarters * QUARTER;
  const last = (table.starts.at(-1)?.at ?? table.base) + length;
  const stretches = offsetStretches(city.zone, table.base, last);
  const holidays = new Set([...city.holidays].map(dayNumber));
  const counts: Record<Reason, number> = { night: 0, dayOff: 0, holiday: 0 };
  const days = new Set<number>();
  let row = 0;
  for (const [index, { at }] of table.starts.entries()) {
    if (!stopped[index]) continue;
    const reasons = new Set<Reason>();
    for (let quarter = at; quarter < at + length; quarter += QUARTER) {
      // Starts come in order, so the clock's stretch is at or after the last one, or (a session reaches back) just before.
      while (row > 0 && (stretches[row]?.from ?? 0) > quarter) row--;
      while (quarter >= (stretches[row]?.until ?? Number.POSITIVE_INFINITY)) row++;
      const local = quarter + (stretches[row]?.offset ?? 0);
      const day = Math.floor(local / 1440);
      const reason = reasonAt(local - day * 1440, city.week[weekdayOf(day)] ?? null, holidays.has(day));
      if (reason) reasons.add(reason);
      if (reason === "holiday") days.add(day);
    }
    for (const reason of reasons) counts[reason]++;
  }
  return { ...counts, holidays: [...days].sort((a, b) => a - b).map(dateOfDay) };
}

function withoutOne(table: Grid, required: readonly CityHours[], spread: Spread): NothingFits["withoutOne"] {
  if (required.length < 3) return [];
  const found = required.flatMap((left) => {
    const hours = table.hours.map((one) => (one === left ? { ...one, city: { ...one.city, required: false } } : one));
    const smaller = { ...table, hours };
    const ranked = rank(
      smaller,
      hours.filter(({ city }) => city.required),
      spread,
    );
    return ranked[0] ? { cityId: left.city.id, best: ranked[0], proposals: propose(smaller, ranked, PROPOSALS) } : [];
  });
  found.sort((a, b) => a.best.total - b.best.total || a.best.at - b.best.at || order(a.cityId, b.cityId));
  return found.map(({ cityId, proposals }) => ({ cityId, proposals }));
}

function blocksAt(table: Grid, { blocked }: CityHours, place: number): boolean {
  return between(blocked, place, place + table.quarters) > 0;
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
