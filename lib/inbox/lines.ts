import { NAMES } from "./limits";
import { newsPath } from "./paths";
import type { InboxGroup, InboxLine, NewsItem } from "./types";

/** News by thing and kind, the newest first, as the Inbox shows them. */
export function groupNews(items: readonly NewsItem[]): InboxGroup[] {
  const newestFirst = [...items].reverse();
  return by(newestFirst, newsPath).flatMap((group): InboxGroup[] => {
    const [newest] = group;
    if (!newest) return [];
    const lines = by(group, ({ kind }) => kind).flatMap(lineOf);
    return [{ newest, lines, more: 0, unseen: group.length }];
  });
}

function lineOf(items: NewsItem[]): InboxLine[] {
  const [newest] = items;
  if (!newest) return [];
  const names = [...new Set(items.map(({ actor }) => actor))];
  return [{ newest, names: names.slice(0, NAMES), people: names.length, total: items.length, unseen: items.length }];
}

/** In parts, each where its first one stands. */
function by<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  const parts = new Map<string, T[]>();
  for (const one of all) {
    const part = parts.get(keyOf(one));
    if (part) part.push(one);
    else parts.set(keyOf(one), [one]);
  }
  return [...parts.values()];
}
