import type { WriteUpFilters } from "./types";

/** The filters as they stand in the library's address. */
export const LISTS = ["kind", "phase", "crisis", "theme", "city", "language", "maturity"] as const;
export type ListFilter = (typeof LISTS)[number];

const VALUE = /^[A-Za-z0-9-]{1,60}$/;
const WORDS_MAX = 200;
const PAGE_MAX = 500;

type Query = Record<string, string | string[] | undefined>;

/** Reads an address leniently: what is not a filter of ours is left out, never an error. */
export function filtersFrom(query: Query): { filters: WriteUpFilters; page: number } {
  const filters: WriteUpFilters = {};
  for (const name of LISTS) {
    const values = [query[name] ?? []].flat().filter((value) => VALUE.test(value));
    if (values.length > 0) filters[name] = [...new Set(values)].slice(0, 20);
  }
  const q = [query.q ?? ""].flat().at(-1) ?? "";
  // A NUL or half a character cannot be searched for.
  const words = q.toWellFormed().replaceAll("\0", " ").slice(0, WORDS_MAX).trim();
  if (words) filters.q = words;
  const page = Number([query.page ?? "1"].flat().at(-1));
  return { filters, page: Number.isInteger(page) && page >= 1 && page <= PAGE_MAX ? page : 1 };
}

/** Filters from what `queryString` has written, or from the end of an address. */
export function filtersIn(query: string): WriteUpFilters {
  const params = new URLSearchParams(query);
  const lists = Object.fromEntries(LISTS.map((name) => [name, params.getAll(name)]));
  return filtersFrom({ ...lists, q: params.getAll("q") }).filters;
}

/** The filters in one form, whatever the order in which they were chosen: "" for none. */
export function queryString({ q, ...lists }: WriteUpFilters, page = 1): string {
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  for (const name of LISTS) for (const value of lists[name]?.toSorted() ?? []) params.append(name, value);
  if (page > 1) params.set("page", String(page));
  return params.toString();
}

/** The address of the library with these filters. */
export function addressOf(filters: WriteUpFilters, page = 1): string {
  const query = queryString(filters, page);
  return query ? `/library?${query}` : "/library";
}

/** Each filter that is on, with the filters that remain when it is taken off. */
export function filtersOn(filters: WriteUpFilters): { name: ListFilter; value: string; without: WriteUpFilters }[] {
  return LISTS.flatMap((name) =>
    (filters[name] ?? []).map((value) => {
      const rest = filters[name]?.filter((other) => other !== value) ?? [];
      return { name, value, without: { ...filters, [name]: rest.length > 0 ? rest : undefined } };
    }),
  );
}
