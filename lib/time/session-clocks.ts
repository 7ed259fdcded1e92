import "server-only";
import { Temporal } from "temporal-polyfill";
import { clockChanges, offsetSeconds } from "@/lib/time/clock-changes";
import { dateIn, endInstant, instantToWall, type WallTime } from "@/lib/time/wall";

export type SessionTime = { wallStart: WallTime; zone: string; minutes: number; startsAt: Date };
export type CityZone = { id: string; zone: string };

/** "07:00" to "08:30", in 24 hours. A shift is in days from the reader's date at the start: 1 is their tomorrow. */
export type CityClock = { cityId: string; clock: string; endClock: string; dayShift: number; endDayShift: number };

/** `deltaMinutes` later (earlier if negative) on the clocks of the city than at the same hour on most days. */
export type ClockNotice = { cityId: string; deltaMinutes: number };

export function cityClock(session: SessionTime, city: CityZone, readerZone: string): CityClock {
  const endsAt = endInstant(session.startsAt, session.minutes);
  const readerDay = dateIn(session.startsAt, readerZone);
  return {
    cityId: city.id,
    clock: timeOf(session.startsAt, city.zone),
    endClock: timeOf(endsAt, city.zone),
    dayShift: daysFrom(readerDay, dateIn(session.startsAt, city.zone)),
    endDayShift: daysFrom(readerDay, dateIn(endsAt, city.zone)),
  };
}

/**
 * The cities that this session meets at another hour than usual, because the clocks of one side have changed and those
 * of the other have not. Usual is the difference that holds for most of the session's year.
 */
export function clockNotices(session: SessionTime, cities: readonly CityZone[]): ClockNotice[] {
  const year = Number(session.wallStart.slice(0, 4));
  return cities.flatMap((city) => {
    const now = difference(session.zone, city.zone, session.startsAt);
    const deltaMinutes = (now - usualDifference(session.zone, city.zone, year)) / 60;
    return deltaMinutes === 0 ? [] : [{ cityId: city.id, deltaMinutes }];
  });
}

/**
 * Null for nearly all sessions. When the clocks of `zone` change while one runs, its end minus its start as read from
 * the wall (`wallMinutes`) is not how long it lasts (`realMinutes`), and the page says so.
 */
export function crossesClockChange(
  session: SessionTime,
  zone: string = session.zone,
): { realMinutes: number; wallMinutes: number } | null {
  const endsAt = endInstant(session.startsAt, session.minutes);
  const shift = offsetSeconds(zone, endsAt) - offsetSeconds(zone, session.startsAt);
  return shift === 0 ? null : { realMinutes: session.minutes, wallMinutes: session.minutes + shift / 60 };
}

const timeOf = (instant: Date, zone: string) => instantToWall(instant, zone).slice(-5);

function daysFrom(a: string, b: string): number {
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: "days" }).days;
}

/** Seconds that clocks in `to` are ahead of those in `from`. */
function difference(from: string, to: string, instant: Date): number {
  return offsetSeconds(to, instant) - offsetSeconds(from, instant);
}

const usual = new Map<string, number>();

function usualDifference(from: string, to: string, year: number): number {
  const key = `${from} ${to} ${year}`;
  const known = usual.get(key);
  if (known !== undefined) return known;

  const start = newYear(year, from);
  const end = newYear(year + 1, from);
  const changes = [...clockChanges(from, start, end), ...clockChanges(to, start, end)].map((change) => change.at);
  const starts = [start, ...changes].sort((a, b) => a.getTime() - b.getTime());
  const lasting = new Map<number, number>();
  starts.forEach((begins, index) => {
    const stretch = (starts[index + 1] ?? end).getTime() - begins.getTime();
    const seconds = difference(from, to, begins);
    lasting.set(seconds, (lasting.get(seconds) ?? 0) + stretch);
  });
  const [longest = [0, 0]] = [...lasting].sort((a, b) => b[1] - a[1]);
  usual.set(key, longest[0]);
  return longest[0];
}

function newYear(year: number, zone: string): Date {
  return new Date(Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(zone).epochMilliseconds);
}
