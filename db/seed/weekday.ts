import "server-only";
import { dateIn } from "@/lib/time/wall";

/** The first weekday on or after a day so many days from today, as YYYY-MM-DD in `zone`. */
export function weekdayIn(days: number, zone: string): string {
  for (let shift = days; ; shift++) {
    const date = dateIn(new Date(Date.now() + shift * 86_400_000), zone);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) return date;
  }
}
