import { DOORS_MINUTES } from "@/lib/sessions/limits";
import { CHECK_IN_HOURS } from "./limits";

interface Timed {
  status: string;
  startsAt: Date;
  endsAt: Date;
}

/** From when the doors open until half a day after the end. */
export function mayCheckIn({ status, startsAt, endsAt }: Timed, now: Date): boolean {
  const from = startsAt.getTime() - DOORS_MINUTES * 60_000;
  const until = endsAt.getTime() + CHECK_IN_HOURS * 3_600_000;
  return status !== "cancelled" && status !== "polling" && from <= now.getTime() && now.getTime() <= until;
}
