import { NAMES } from "./limits";
import { newsPath } from "./paths";
import type { InboxGroup, InboxLine, NewsItem } from "./types";

/** News by thing and kind, the newest first, as the Inbox shows them. */
export function groupNews(items: readonly NewsItem[]): InboxGroup[] {
  const newestFirst = [...items].reverse();
  return by(newestFirst, newsPath).map((group) => {
    const [first, ...others] = by(group, ({ kind }) => kind);
    const lines: InboxGroup["lines"] = [lineOf(first ?? group), ...others.map(lineOf)];
    return { newest: group[0], lines, more: 0, unseen: group.length };
  });
}

type Some<T> = [T, ...T[]];

function lineOf(items: Some<NewsItem>): InboxLine {
  const names = [...new Set(items.map(({ actor }) => actor))];
  return {
    newest: items[0],
    names: names.slice(0, NAMES),
    people: names.length,
    total: items.length,
    unseen: items.length,
  };
}

/** In parts, each where its first one stands. */
function by<T>(all: readonly T[], keyOf: (one: T) => string): Some<T>[] {
  const parts = new Map<string, Some<T>>();
  for (const one of all) {
    const part = parts.get(keyOf(one));
    if (part) part.push(one);
    else parts.set(keyOf(one), [one]);
  }
  return [...parts.values()];
}
