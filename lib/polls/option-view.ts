import "server-only";
import { type CityZone, cityClock } from "@/lib/time/session-clocks";
import { endInstant } from "@/lib/time/wall";
import { VOTES, type Vote } from "./limits";
import { type TalliedCity, tally } from "./tally";
import type { PollOption } from "./types";
import type { Cast } from "./voters";

interface Option {
  id: string;
  wallStart: string;
  zone: string;
  startsAt: Date;
  suggestedBy: string | null;
}

interface Context {
  minutes: number;
  cities: readonly (CityZone & TalliedCity)[];
  readerId: string;
  readerZone: string;
  organiserZone: string;
  now: Date;
}

const NONE = { yes: 0, "if-need-be": 0, no: 0 };

/** An option with the clock of each city, what it costs, and what people say of it. */
export function optionView(
  option: Option,
  cast: readonly Cast[],
  burdens: ReadonlyMap<string, number>,
  { minutes, cities, readerId, readerZone, organiserZone, now }: Context,
): PollOption {
  const { id, wallStart, zone, startsAt, suggestedBy } = option;
  const on = (city: CityZone) => {
    const { cityId, ...time } = cityClock({ wallStart, zone, startsAt, minutes }, city, readerZone);
    return time;
  };
  const own = on({ id: "", zone: readerZone });
  const theirs = on({ id: "", zone: organiserZone });
  const { all, byCity, missing } = tally(cities, cast);
  const required = cities.filter((city) => city.required);
  const named = (vote: Vote) => cast.filter((one) => one.vote === vote).map(({ name }) => name);
  return {
    id,
    wallStart,
    zone,
    startsAt,
    endsAt: endInstant(startsAt, minutes),
    passed: startsAt <= now,
    suggestedBy,
    mine: cast.find(({ personId }) => personId === readerId)?.vote ?? null,
    organiser: own.clock === theirs.clock && theirs.dayShift === 0 ? null : theirs,
    total: required.reduce((sum, city) => sum + (burdens.get(city.id) ?? 0), 0),
    byCity: cities.map((city) => ({
      id: city.id,
      ...on(city),
      ...(byCity.get(city.id) ?? NONE),
      burden: city.required ? (burdens.get(city.id) ?? 0) : null,
    })),
    all,
    names: Object.fromEntries(VOTES.map((vote) => [vote, named(vote)])) as Record<Vote, string[]>,
    missing,
  };
}
