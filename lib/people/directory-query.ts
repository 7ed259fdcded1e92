import { AWAY } from "./limits";
import type { DirectoryFilter, DirectoryFilters } from "./types";

type Query = Record<string, string | string[] | undefined>;

/** The directory's filters as its address carries them. What makes no sense is left out. */
export function directoryQuery(query: Query): { filters: DirectoryFilters; page: number } {
  const one = (name: string) => {
    const value = [query[name]].flat()[0]?.trim().slice(0, 100);
    return value?.isWellFormed() && !value.includes("\0") && value !== "" ? value : undefined;
  };
  const page = Number(one("page"));
  return {
    filters: {
      q: one("q"),
      city: one("city"),
      language: one("language"),
      away: AWAY.find((value) => value === one("away")),
    },
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

export function directoryAddress(filters: DirectoryFilters, page = 1): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "/people" : `/people?${query}`;
}

/** The filters that are on, in the order of the form. */
export function filtersOn(filters: DirectoryFilters): DirectoryFilter[] {
  return (["q", "city", "language", "away"] as const).filter((name) => filters[name] !== undefined);
}
