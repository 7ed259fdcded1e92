import { isId } from "@/lib/ids";
import { THEMES } from "@/lib/write-ups/vocabulary";
import { ASK_LISTS } from "./limits";
import type { AskFilters } from "./types";

type Query = Record<string, string | string[] | undefined>;

export function isTheme(value: unknown): value is (typeof THEMES)[number] {
  return THEMES.some((theme) => theme === value);
}

export function isSlug(value: unknown): value is string {
  return typeof value === "string" && /^[a-z0-9-]{1,80}$/.test(value);
}

/** What an address of the list asks for; what makes no sense is left out. */
export function askQuery(query: Query): { filters: AskFilters; after?: string } {
  const { city, theme, after } = query;
  const show = ASK_LISTS.find((list) => list === query.show) ?? "open";
  const q = [query.q].flat()[0]?.trim().slice(0, 100) ?? "";
  return {
    filters: {
      show,
      ...(isSlug(city) && { city }),
      ...(isTheme(theme) && { theme }),
      ...(q !== "" && q.isWellFormed() && !q.includes("\0") && { q }),
    },
    ...(isId(after) && { after }),
  };
}

export function addressOfAsks({ show, ...rest }: AskFilters, after?: string): string {
  const query = new URLSearchParams({ ...(show !== "open" && { show }), ...rest, ...(after && { after }) }).toString();
  return query ? `/asks?${query}` : "/asks";
}

/** Where one asks somebody something: a city, or those who know a theme, perhaps about a write-up. */
export function newAskAddress(to: { city?: string; theme?: string; writeUp?: string }): string {
  const given = Object.entries(to).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return query ? `/asks/new?${query}` : "/asks/new";
}
