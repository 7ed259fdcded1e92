import { comparePartialDates, daysSince } from "@/lib/time/partial-date";
import type { Document, PartialDate, Phase, SectionKey } from "./document";

export const COMPARED_MAX = 4;

/** One entry of a timeline in days since the crisis began there. */
export interface Moment {
  id: string;
  from: number;
  /** Later than `from` when only the month or the year is known. */
  to: number;
  phase: Phase;
  what: string;
  date: PartialDate;
}

/** A timeline on the common axis. Day 0 is when the crisis began there or, where nobody says when, the first entry. */
export function momentsOf({ beganOn, timeline }: Document): Moment[] {
  const [first] = timeline.map(({ date }) => date).sort(comparePartialDates);
  const start = beganOn ?? first;
  if (start === undefined) return [];
  return timeline
    .map(({ id, phase, what, date }) => ({ id, phase, what, date, ...daysSince(start, date) }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Days that stand under the axis, as far as it goes and where there is room. */
const TICKS = [0, 7, -7, 30, -30, 90, -90, 180, 365, -365, 730, 1095, 1825, 3650];

export interface Axis {
  /** Where a day lies, from 0 (left) to 1. The first weeks are drawn wider: distances grow with the root of the days. */
  place: (day: number) => number;
  ticks: number[];
}

export function axisOf(rows: Moment[][]): Axis | null {
  const days = rows.flatMap((row) => row.flatMap(({ from, to }) => [from, to]));
  if (days.length === 0) return null;
  const [low, high] = [Math.min(0, ...days), Math.max(7, ...days)];
  const width = root(high) - root(low);
  const place = (day: number) => (root(day) - root(low)) / width;
  // From the beginning outwards, so that day 0 always stands there.
  const ticks: number[] = [];
  for (const tick of TICKS) {
    const apart = ticks.every((other) => Math.abs(place(tick) - place(other)) > 0.07);
    if (tick >= low && tick <= high && apart) ticks.push(tick);
  }
  ticks.sort((a, b) => a - b);
  return { place, ticks };
}

const root = (day: number) => Math.sign(day) * Math.sqrt(Math.abs(day));

/** The sections of which at least one of the documents says something, in the order of their templates. */
export function comparedSections(documents: readonly Document[]): SectionKey[] {
  const keys = documents.flatMap(({ sections }) => sections.map(({ key }) => key));
  const said = (key: SectionKey) =>
    documents.some(({ sections }) => sections.some((section) => section.key === key && section.markdown !== ""));
  return [...new Set(keys)].filter(said);
}
