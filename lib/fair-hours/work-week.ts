import type { WorkWeek } from "./limits";

/** The hours that most of a city's working days have, as minutes from midnight; nine to five when it has none. */
export function usualHours(week: WorkWeek): { workStart: number; workEnd: number } {
  const days = week.filter((day) => day !== null);
  const often = (hours: readonly number[]) => days.filter((day) => day.join() === hours.join()).length;
  const [usual = [540, 1020] as const] = days.toSorted((a, b) => often(b) - often(a));
  return { workStart: usual[0], workEnd: usual[1] };
}
