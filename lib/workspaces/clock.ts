import "server-only";
import type { WorkWeek } from "@/lib/fair-hours/limits";
import { offsetSeconds } from "@/lib/time/clock-changes";
import { instantToWall } from "@/lib/time/wall";

interface Hours {
  zone: string;
  workWeek: WorkWeek;
}

/** How a moment falls in a city's working week. */
export function workMoment(city: Hours, at: Date): "within" | "outside" | "weekend" {
  const [date = "", time = ""] = instantToWall(at, city.zone).split("T");
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  const hours = city.workWeek[(day + 6) % 7];
  if (!hours) return "weekend";
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return minutes >= hours[0] && minutes < hours[1] ? "within" : "outside";
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
