import type { Vote } from "./limits";

export interface TalliedCity {
  id: string;
  required: boolean;
}

export interface CastVote {
  vote: Vote;
  /** The invited cities that the voter belongs to; none for a facilitator. */
  cityIds: readonly string[];
}

export type Counts = Record<Vote, number>;

export interface Tally {
  /** One vote a person, whatever they belong to. */
  all: Counts;
  byCity: Map<string, Counts>;
  /** Cities that must be there and have neither a yes nor an if-need-be yet, in the order of the cities. */
  missing: string[];
}

/** Counts the votes for one option. It works when no city is missing. */
export function tally(cities: readonly TalliedCity[], votes: readonly CastVote[]): Tally {
  const byCity = new Map(
    cities.map(({ id }) => [id, counts(votes.filter(({ cityIds }) => cityIds.includes(id)))] as const),
  );
  const comes = ({ id }: TalliedCity) => {
    const of = byCity.get(id);
    return of !== undefined && of.yes + of["if-need-be"] > 0;
  };
  return {
    all: counts(votes),
    byCity,
    missing: cities.filter((city) => city.required && !comes(city)).map(({ id }) => id),
  };
}

function counts(votes: readonly CastVote[]): Counts {
  const of = (vote: Vote) => votes.filter((cast) => cast.vote === vote).length;
  return { yes: of("yes"), "if-need-be": of("if-need-be"), no: of("no") };
}
