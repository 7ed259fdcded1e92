import type { WorkDay } from "./limits";

/** Nobody who must be there is asked to meet then. */
export const NOT_ALLOWED = -1;
/** The highest weight: what an hour costs that is not allowed, when a session is put there all the same. */
export const HEAVIEST = 4;

const MORNING = 6 * 60;
const NIGHT = 22 * 60;

/**
 * What a quarter-hour that begins at `minute` (from midnight, by the city's clock) weighs on a day with these hours:
 * 0 in working hours, 1 within an hour of them, 2 within two hours before or three hours after them, else 4; so that
 * nine to five gives 1 to 08–09 and 17–18, 2 to 07–08 and 18–20, 4 to 06–07 and 20–22. From 22 to 06 and on a day off
 * it is not allowed, whatever the working hours say. A point is a weight of 1 for an hour: a quarter-hour of weight 1
 * is a quarter of a point, and the weights of quarter-hours add up to whole quarters.
 */
export function weightAt(minute: number, day: WorkDay): number {
  if (day === null || minute < MORNING || minute >= NIGHT) return NOT_ALLOWED;
  const [start, end] = day;
  const near = (before: number, after: number) => minute >= start - before && minute < end + after;
  if (near(0, 0)) return 0;
  if (near(60, 60)) return 1;
  return near(120, 180) ? 2 : HEAVIEST;
}

/** Why a quarter-hour is not allowed. A holiday counts only for hours that another day would allow. */
export type Reason = "night" | "dayOff" | "holiday";

export function reasonAt(minute: number, day: WorkDay, holiday: boolean): Reason | null {
  if (minute < MORNING || minute >= NIGHT) return "night";
  if (day === null) return "dayOff";
  return holiday ? "holiday" : null;
}

/** The same as a cost: what is not allowed weighs as much as the heaviest that is. */
export function costOf(weight: number): number {
  return weight === NOT_ALLOWED ? HEAVIEST : weight;
}
