import "server-only";
import { offsetSeconds } from "@/lib/time/clock-changes";
import { type CityZone, type ClockNotice, clockNotices, type SessionTime } from "@/lib/time/session-clocks";

const FOUR_WEEKS = 28 * 24 * 60 * 60 * 1000;

/**
 * The cities worth a warning: their clocks have changed on another date than the session's, and for these few weeks only.
 * A difference that holds all winter is no news, though it isn't the usual one of the year.
 */
export function passingNotices(session: SessionTime, cities: readonly CityZone[]): ClockNotice[] {
  const passing = cities.filter(({ zone }) => {
    const apart = (weeks: number) => {
      const at = new Date(session.startsAt.getTime() + weeks);
      return offsetSeconds(zone, at) - offsetSeconds(session.zone, at);
    };
    return apart(0) !== apart(-FOUR_WEEKS) && apart(0) !== apart(FOUR_WEEKS);
  });
  return clockNotices(session, passing);
}
