import "server-only";
import { Temporal } from "temporal-polyfill";
import { offsetSeconds } from "@/lib/time/clock-changes";
import { dateIn, type WallTime, wallToInstant } from "@/lib/time/wall";

const DAY = { from: 8 * 60, until: 18 * 60 };
/** From six to seven and from eight to ten in the evening a minute counts twice. */
const EDGE = { morning: 6 * 60, evening: 20 * 60 };
const NIGHT = { from: 22 * 60, until: 6 * 60 };
/** A minute at night or at a weekend weighs as much as ten at the edge of the day. */
const NIGHT_WEIGHT = 10;
const SEARCHED = { from: 6 * 60, until: 21 * 60, step: 30 };
/** People need two days to make room; further than two weeks nobody looks. */
const DAYS = { first: 2, last: 14 };

export interface Proposal {
  wallStart: WallTime;
  startsAt: Date;
  /** Minutes outside 08 to 18 summed over the cities, those at night or at a weekend weighted. */
  outside: number;
}

/**
 * Three starts in the next two weeks with the fewest minutes outside 08–18 over all the cities: three different days at
 * three different hours, as read from the clocks in `zone`, the best first.
 */
export function proposeStarts(cityZones: readonly string[], zone: string, minutes: number, now: Date): Proposal[] {
  const found = searchDays(now, zone).flatMap((day) => startsOn(day, cityZones, zone, minutes));
  found.sort((a, b) => a.outside - b.outside || a.startsAt.getTime() - b.startsAt.getTime());
  const chosen: Proposal[] = [];
  for (const proposal of found) {
    const [day, hour] = proposal.wallStart.split("T");
    const taken = chosen.some(({ wallStart }) => wallStart.startsWith(`${day}`) || wallStart.endsWith(`${hour}`));
    if (!taken) chosen.push(proposal);
    if (chosen.length === 3) break;
  }
  return chosen;
}

function searchDays(now: Date, zone: string): Temporal.PlainDate[] {
  const today = Temporal.PlainDate.from(dateIn(now, zone));
  const days = Array.from({ length: DAYS.last - DAYS.first + 1 }, (_, index) =>
    today.add({ days: DAYS.first + index }),
  );
  return days.filter((day) => day.dayOfWeek <= 5);
}

function startsOn(day: Temporal.PlainDate, cityZones: readonly string[], zone: string, minutes: number): Proposal[] {
  const noon = new Date(day.toZonedDateTime({ timeZone: zone, plainTime: "12:00" }).epochMilliseconds);
  // One offset a day for each city: clocks change at night or on a Sunday, outside the hours searched.
  const offsets = cityZones.map((cityZone) => offsetSeconds(cityZone, noon) / 60);
  const proposals: Proposal[] = [];
  for (let minute = SEARCHED.from; minute + minutes <= SEARCHED.until; minute += SEARCHED.step) {
    const wallStart = `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
    const placed = wallToInstant(wallStart, zone);
    if (!placed.ok) continue;
    const utc = Math.floor(placed.instant.getTime() / 60_000);
    const outside = offsets.reduce((sum, offset) => sum + cost(utc + offset, minutes), 0);
    proposals.push({ wallStart, startsAt: placed.instant, outside });
  }
  return proposals;
}

/** What a stretch costs one city; `local` counts its minutes from 1 January 1970, a Thursday. */
function cost(local: number, minutes: number): number {
  const weekday = (Math.floor(local / 1440) + 4) % 7;
  if (weekday === 0 || weekday === 6) return minutes * NIGHT_WEIGHT;
  const start = local % 1440;
  const shared = (from: number, until: number) => Math.max(0, Math.min(start + minutes, until) - Math.max(start, from));
  const inside = shared(DAY.from, DAY.until);
  const night = shared(0, NIGHT.until) + shared(NIGHT.from, 1440 + NIGHT.until);
  const edge = shared(EDGE.morning, EDGE.morning + 60) + shared(EDGE.evening, NIGHT.from);
  return minutes - inside + edge + night * (NIGHT_WEIGHT - 1);
}

const two = (value: number) => String(value).padStart(2, "0");
