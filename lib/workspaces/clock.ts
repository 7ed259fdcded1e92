import "server-only";
import type { WorkDay, WorkWeek } from "@/lib/fair-hours/limits";
import { offsetSeconds } from "@/lib/time/clock-changes";
import { dayNumber, weekdayOf } from "@/lib/time/days";
import { instantToWall } from "@/lib/time/wall";

interface Hours {
  zone: string;
  workWeek: WorkWeek;
}

/** How a moment falls in a city's working week, and the hours of that day; null on a day off of the week. */
export function workMoment(city: Hours, at: Date): { moment: "within" | "outside" | "weekend"; hours: WorkDay } {
  const [date = "", time = ""] = instantToWall(at, city.zone).split("T");
  const hours = city.workWeek[weekdayOf(dayNumber(date))] ?? null;
  if (!hours) return { moment: "weekend", hours };
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return { moment: minutes >= hours[0] && minutes < hours[1] ? "within" : "outside", hours };
}

/** Hours that clocks in `zone` are ahead of those in `from`; negative when they are behind. */
export function hoursAhead(zone: string, from: string, at: Date): number {
  return (offsetSeconds(zone, at) - offsetSeconds(from, at)) / 3600;
}

/** Cities by how far their clocks are from `zone`, in the order given: [[0, cities], [-1, cities], …]. */
export function byDistance<T extends { zone: string }>(cities: readonly T[], zone: string, at: Date): [number, T[]][] {
  const groups = new Map<number, T[]>();
  for (const city of cities) {
    const hours = hoursAhead(city.zone, zone, at);
    groups.set(hours, [...(groups.get(hours) ?? []), city]);
  }
  return [...groups];
}
