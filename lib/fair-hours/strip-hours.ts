import "server-only";
import { dayNumber } from "@/lib/time/days";
import { instantOf, offsetStretches } from "@/lib/time/offsets";
import { between, type CityHours, cityHours, QUARTER } from "./city-hours";
import type { FairCity } from "./types";
import { HEAVIEST, NOT_ALLOWED } from "./weights";

/** One hour of a city: what its clock shows when the hour begins, and the heaviest of its quarter-hours. */
export interface StripCell {
  /** "08", or "08:30" where clocks are half an hour apart. */
  clock: string;
  weight: number;
}

export interface StripHours {
  date: string;
  zone: string;
  /** Hours of the day by the clock of `zone`, one column each. */
  hours: number[];
  rows: { cityId: string; cells: StripCell[] }[];
  /** Where the slot lies: the first column it touches (from 0), how many, and how much of them is left free, in percent. */
  frame: { from: number; span: number; lead: number; trail: number } | null;
}

const DAY = { from: 7, until: 22 };

/**
 * The hours from 07 to 22 of one day by the clock of `zone`, and more if the slot needs them, as each city lives them.
 * `slot` begins at a minute of that day.
 */
export function stripHours(
  cities: readonly FairCity[],
  { date, zone, slot }: { date: string; zone: string; slot: { minute: number; minutes: number } | null },
): StripHours {
  const end = slot ? slot.minute + slot.minutes : 0;
  const first = slot ? Math.min(DAY.from, Math.floor(slot.minute / 60)) : DAY.from;
  const last = slot ? Math.max(DAY.until, Math.ceil(end / 60) - 1) : DAY.until;
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const noon = (dayNumber(date) * 24 + 12) * 60;
  const stretches = offsetStretches(zone, noon - 2 * 1440, noon + 2 * 1440);
  const usual = stretches.findLast(({ from, offset }) => from + offset <= noon)?.offset ?? 0;
  const starts = hours.map((hour) => {
    const wall = noon + (hour - 12) * 60;
    return instantOf(wall, stretches) ?? wall - usual;
  });
  return {
    date,
    zone,
    hours: hours.map((hour) => hour % 24),
    rows: cities.map((city) => ({ cityId: city.id, cells: cellsOf(city, starts) })),
    frame: slot && frameOf(slot.minute - first * 60, end - first * 60),
  };
}

function cellsOf(city: FairCity, starts: readonly number[]): StripCell[] {
  const from = Math.floor(Math.min(...starts) / QUARTER) * QUARTER;
  const until = Math.max(...starts) + 2 * 60;
  const hours = cityHours(city, from, Math.ceil(until / QUARTER) * QUARTER);
  const stretches = offsetStretches(city.zone, from, until);
  return starts.map((at) => {
    const offset = stretches.findLast((stretch) => stretch.from <= at)?.offset ?? 0;
    const minute = (((at + offset) % 1440) + 1440) % 1440;
    return { clock: clockOf(minute), weight: heaviest(hours, Math.floor((at - from) / QUARTER)) };
  });
}

function heaviest({ cost, blocked }: CityHours, place: number): number {
  if (between(blocked, place, place + 4) > 0) return NOT_ALLOWED;
  const quarters = [0, 1, 2, 3].map((index) => between(cost, place + index, place + index + 1));
  return Math.min(HEAVIEST, Math.max(...quarters));
}

function frameOf(start: number, end: number): NonNullable<StripHours["frame"]> {
  const from = Math.floor(start / 60);
  const span = Math.ceil(end / 60) - from;
  const percent = (minutes: number) => Math.round((minutes / (span * 60)) * 10_000) / 100;
  return { from, span, lead: percent(start - from * 60), trail: percent((from + span) * 60 - end) };
}

function clockOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const hour = two(Math.floor(minute / 60));
  return minute % 60 === 0 ? hour : `${hour}:${two(minute % 60)}`;
}
