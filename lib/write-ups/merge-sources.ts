import type { Document, Source } from "./document";

/** Both named the same new source: it gets the id it has in theirs. */
export function withTheirSources(mine: Document, base: Document, theirs: Document): Document {
  const before = new Set(base.sources.map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const source of mine.sources) {
    if (before.has(source.id)) continue;
    const alike = theirs.sources.find((other) => addressOf(other) === addressOf(source));
    if (alike) ids.set(source.id, alike.id);
  }
  if (ids.size === 0) return mine;
  const named = <R extends { sourceId: string | null }>(rows: R[]) =>
    rows.map((row) => ({ ...row, sourceId: ids.get(row.sourceId ?? "") ?? row.sourceId }));
  return {
    ...mine,
    sources: mine.sources.map((source) => theirs.sources.find(({ id }) => id === ids.get(source.id)) ?? source),
    timeline: named(mine.timeline),
    observations: named(mine.observations),
    funding: named(mine.funding),
  };
}

/** The sources that the entries name, wherever they stood. */
export function withUsedSources(document: Document, all: Source[]): Source[] {
  const sources = [...document.sources];
  for (const { sourceId } of [...document.timeline, ...document.observations, ...document.funding]) {
    if (sourceId === null || sources.some(({ id }) => id === sourceId)) continue;
    const source = all.find(({ id }) => id === sourceId);
    if (source) sources.push(source);
  }
  return sources;
}

const addressOf = ({ url, title }: Source) => url ?? `:${title}`;
