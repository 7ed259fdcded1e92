import type { Document, Source } from "./document";

export interface TypedSource {
  title: string;
  url: string | null;
}

/**
 * Finds or makes the source of each row as it was typed: the same address is the same source, and the title typed last is
 * its title. Sources that only the earlier rows named are gone; all others stay.
 */
export function sourceRows<R extends { sourceId: string | null }>(
  document: Document,
  rows: (Omit<R, "sourceId"> & { source: TypedSource | null })[],
  before: readonly { sourceId: string | null }[],
  newId: () => string,
): { rows: R[]; sources: Source[] } {
  const sources = document.sources.map((source) => ({ ...source }));
  // TypeScript cannot see that a row without its source and with the id of one is an R again.
  const placed = rows.map(
    ({ source, ...row }) => ({ ...row, sourceId: source && place(sources, source, newId) }) as unknown as R,
  );
  const kept = new Set(placed.map(({ sourceId }) => sourceId));
  const elsewhere = [...document.timeline, ...document.observations, ...document.funding].filter(
    (entry) => !before.includes(entry),
  );
  for (const { sourceId } of elsewhere) kept.add(sourceId);
  const dropped = new Set(before.map(({ sourceId }) => sourceId).filter((id) => !kept.has(id)));
  return { rows: placed, sources: sources.filter(({ id }) => !dropped.has(id)) };
}

function place(sources: Source[], typed: TypedSource, newId: () => string): string {
  const title = typed.title || hostOf(typed.url);
  const same = sources.find((source) =>
    typed.url === null ? source.url === null && source.title === title : source.url === typed.url,
  );
  if (same) {
    if (typed.title) same.title = title;
    return same.id;
  }
  const made = { id: newId(), title, url: typed.url, publisher: null, date: null, language: null, accessedOn: null };
  sources.push(made);
  return made.id;
}

function hostOf(url: string | null): string {
  return url === null ? "" : new URL(url).hostname.replace(/^www\./, "");
}
