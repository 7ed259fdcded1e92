import "server-only";
import { dateIn, wallToInstant } from "@/lib/time/wall";

/** Noon of the day in `zone`: an instant that stays the same until midnight, for what only says which day it is. */
export function noonOf(now: Date, zone: string): Date {
  const noon = wallToInstant(`${dateIn(now, zone)}T12:00`, zone);
  return noon.ok ? noon.instant : now;
}
