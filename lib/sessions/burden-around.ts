import "server-only";
import { ledgerOf } from "@/lib/fair-hours/queries";
import { type StripHours, stripHours } from "@/lib/fair-hours/strip-hours";
import { dateIn, instantToWall } from "@/lib/time/wall";
import type { ProposedHours } from "./proposals";

export interface BurdenAround {
  strip: StripHours;
  /** How many sessions the ledger counts, and the day of the first. */
  counted: { sessions: number; since: string | null };
}

/** The day of the picked hour in every city, or the first day that is looked at; and what the ledger counts. */
export async function burdenAround(
  cohortId: string,
  { asked, cities, chosen }: ProposedHours,
  zone: string,
): Promise<BurdenAround> {
  const { begun, ahead, first } = await ledgerOf(cohortId);
  const [date = asked.from, time = ""] = chosen ? instantToWall(chosen.startsAt, zone).split("T") : [];
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return {
    strip: stripHours(cities, {
      date,
      zone,
      slot: chosen && { minute: hour * 60 + minute, minutes: chosen.minutes },
    }),
    counted: { sessions: begun + ahead, since: first && dateIn(first, zone) },
  };
}
