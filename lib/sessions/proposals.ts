import "server-only";
import { AppError, type FieldErrors } from "@/lib/errors/errors";
import { burdenOf } from "@/lib/fair-hours/burden";
import { findHours } from "@/lib/fair-hours/finder";
import { hoursOf } from "@/lib/fair-hours/queries";
import type { CityShare, FairCity, Found, Start } from "@/lib/fair-hours/types";
import { clock } from "@/lib/time/now";
import { cityClock } from "@/lib/time/session-clocks";
import type { HoursAsked } from "./hours-asked";
import type { WhenInput } from "./schema";
import { slotValue, startFrom } from "./start";
import type { SessionView } from "./types";

/** An hour with what it costs each city, in quarters of a point. */
export interface Chosen extends Start {
  zone: string;
  minutes: number;
  byCity: CityShare[];
  total: number;
}

export interface ProposedHours {
  asked: HoursAsked;
  /** The cities that are invited as the finder saw them, from west to east. */
  cities: FairCity[];
  found: Found;
  /** The picked radio: one of the proposed hours, or "other". */
  slot: string;
  /** The hour that is picked; null while a time of one's own is not complete. */
  chosen: Chosen | null;
  /** What is wrong with a time of one's own, once it is complete. */
  wrong: FieldErrors;
}

/** The fairest hours for what is asked, and the one that is picked: the fairest until somebody picks another. */
export async function proposeHours(
  cohortId: string,
  asked: HoursAsked,
  typed: Omit<WhenInput, "slot">,
  zone: string,
): Promise<ProposedHours> {
  const now = clock.now();
  const all = await hoursOf(cohortId, now);
  const cities = all
    .filter(({ id }) => asked.required.includes(id) || asked.optional.includes(id))
    .map((city) => ({ ...city, required: asked.required.includes(city.id) }));
  const { from, until, minutes, spread } = asked;
  const search = { cities, from, until, zone, minutes, spread, earliest: now };
  const found = asked.required.length > 0 ? findHours(search) : NOTHING;

  const offered = found.proposals.flatMap((proposal) => [proposal, ...proposal.days]);
  const picked = offered.find(({ wallStart }) => slotValue(wallStart, zone) === asked.slot) ?? offered[0];
  const own = asked.slot === "other" && typed.date + typed.time !== "";
  const start = picked && !own ? { ...picked, zone } : typedStart(typed);
  return {
    ...{ asked, cities, found },
    slot: picked && !own ? slotValue(picked.wallStart, zone) : "other",
    chosen: start instanceof AppError ? null : chosenAt(start, minutes, cities, zone),
    wrong: start instanceof AppError && typed.date !== "" && typed.time !== "" ? start.fields : {},
  };
}

/**
 * What another time would cost the cities of a session that is about to move; null while it cannot be. What the session
 * costs now does not count.
 */
export async function hourToMoveTo(
  session: Pick<SessionView, "id" | "cohortId" | "readerZone"> & {
    cities: readonly { id: string; required: boolean }[];
  },
  typed: Omit<WhenInput, "slot">,
  minutes: number,
): Promise<Pick<ProposedHours, "chosen" | "wrong">> {
  const start = typedStart(typed);
  if (start instanceof AppError) return { chosen: null, wrong: start.fields };
  const all = await hoursOf(session.cohortId, clock.now(), { without: session.id });
  const required = new Map(session.cities.map((city) => [city.id, city.required]));
  const cities = all.flatMap((city) => {
    const must = required.get(city.id);
    return must === undefined ? [] : [{ ...city, required: must }];
  });
  return { chosen: chosenAt(start, minutes, cities, session.readerZone), wrong: {} };
}

/** Without a city there is nothing to be fair to. */
const NOTHING: Found = { proposals: [], looked: 0, allowed: 0, free: false, nothing: null };

function typedStart(typed: Omit<WhenInput, "slot">) {
  try {
    return startFrom({ ...typed, slot: "" });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** `readerZone` is whose day the shifts count from. */
function chosenAt(start: Start & { zone: string }, minutes: number, cities: FairCity[], readerZone: string): Chosen {
  const { wallStart, startsAt, zone } = start;
  const byCity = cities.map((city) => {
    const { burden, allowed, within } = burdenOf(city, startsAt, minutes);
    const { cityId, ...clocks } = cityClock({ wallStart, startsAt, zone, minutes }, city, readerZone);
    const cost = city.required ? burden : 0;
    const share = { required: city.required, before: city.balance, burden: cost, after: city.balance + cost };
    return { cityId, ...share, ...clocks, within, allowed };
  });
  return { wallStart, startsAt, zone, minutes, byCity, total: byCity.reduce((sum, { burden }) => sum + burden, 0) };
}
