import "server-only";
import { offsetStretches } from "@/lib/time/offsets";
import type { CityHours } from "./city-hours";
import type { Spread } from "./limits";
import { propose } from "./proposals";
import { rank } from "./rank";
import type { Grid } from "./starts";
import type { Proposal, Sitting, Sittings } from "./types";

interface Split {
  groups: [CityHours[], CityHours[]];
  shared: CityHours[];
}

/**
 * Two sittings instead of one, each among neighbours by the clock and with at least two cities. Cities of one clock may
 * sit in both, to carry the thread. The split with the smallest total is taken; of equal ones that with shared cities,
 * fewer of them first, and then the one with the most cities in one room. Null when even two sittings don't fit.
 */
export function sittings(table: Grid, required: readonly CityHours[], spread: Spread): Sittings | null {
  const known = new Map<string, Sitting | null>();
  const best = (group: readonly CityHours[]) => {
    const key = group.map(({ city }) => city.id).join();
    const before = known.get(key);
    const sitting = before === undefined ? bestOf(table, group, spread) : before;
    known.set(key, sitting);
    return sitting;
  };
  const found = splits(table, required).flatMap((split) => {
    const [one, other] = split.groups.map(best);
    return one && other ? { split, one, other } : [];
  });
  const [chosen] = found.sort(
    (a, b) =>
      total(a) - total(b) ||
      Number(a.split.shared.length === 0) - Number(b.split.shared.length === 0) ||
      a.split.shared.length - b.split.shared.length ||
      largest(b.split) - largest(a.split) ||
      soonest(a) - soonest(b),
  );
  if (!chosen) return null;
  const [early, late] = [chosen.one, chosen.other].sort((a, b) => startOf(a) - startOf(b));
  if (!early || !late) return null;
  return { first: early, second: after(early, late), shared: chosen.split.shared.map(({ city }) => city.id) };
}

/** Cuts between clocks, from west to east and round, alone or with the cities of one clock on both sides of a cut. */
function splits(table: Grid, required: readonly CityHours[]): Split[] {
  const clocks = byClock(table, required);
  const count = clocks.length;
  const found: Split[] = [];
  for (let from = 0; from < count; from++) {
    for (let size = 1; size < count; size++) {
      const ring = clocks.map((_, index) => clocks[(from + index) % count] ?? []);
      const [one, other] = [ring.slice(0, size), ring.slice(size)];
      if (from + size < count) found.push({ groups: [one.flat(), other.flat()], shared: [] });
      const shared = one.at(-1) ?? [];
      found.push({ groups: [one.flat(), [...shared, ...other.flat()]], shared });
    }
  }
  return found.filter(
    ({ groups: [one, other] }) =>
      one.length > 1 && other.length > 1 && one.length < required.length && other.length < required.length,
  );
}

function byClock(table: Grid, required: readonly CityHours[]): CityHours[][] {
  const groups = new Map<number, CityHours[]>();
  const at = table.starts[0]?.at ?? table.base;
  for (const hours of required) {
    const offset = offsetStretches(hours.city.zone, at, at + 1)[0]?.offset ?? 0;
    groups.set(offset, [...(groups.get(offset) ?? []), hours]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group.toSorted(byId));
}

function bestOf(table: Grid, group: readonly CityHours[], spread: Spread): Sitting | null {
  const smaller = { ...table, hours: table.hours.filter((hours) => group.includes(hours)) };
  const [proposal] = propose(smaller, rank(smaller, group, spread), 1);
  return proposal ? { cityIds: smaller.hours.map(({ city }) => city.id), proposal } : null;
}

/** Of the days that are as good for the second sitting, the first on which the first one is over. */
function after(first: Sitting, second: Sitting): Sitting {
  const { proposal } = second;
  const over = startOf(first) + first.proposal.minutes * 60_000;
  const day = [proposal, ...proposal.days]
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .find(({ startsAt }) => startsAt.getTime() >= over);
  return day ? { ...second, proposal: on(proposal, day) } : second;
}

/** The same proposal, with one of its other days first. */
function on(proposal: Proposal, { wallStart, startsAt }: Proposal["days"][number]): Proposal {
  const { wallStart: was, startsAt: wasAt } = proposal;
  const days = [...proposal.days.filter((day) => day.wallStart !== wallStart)];
  if (was !== wallStart) days.push({ wallStart: was, startsAt: wasAt });
  return { ...proposal, wallStart, startsAt, days: days.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime()) };
}

type Pair = { split: Split; one: Sitting; other: Sitting };
const total = ({ one, other }: Pair) => one.proposal.total + other.proposal.total;
const soonest = ({ one, other }: Pair) => Math.min(startOf(one), startOf(other));
const startOf = ({ proposal }: Sitting) => proposal.startsAt.getTime();
const largest = ({ groups }: Split) => Math.max(...groups.map((group) => group.length));
const byId = (a: CityHours, b: CityHours) => (a.city.id < b.city.id ? -1 : 1);
