import "server-only";
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { clock } from "@/lib/time/now";

const SECOND = 1000;

/** Since when this process has known a feed as it is. Whoever has it from before asks once too often, never too seldom. */
const known = new LRUCache<string, { etag: string; since: number }>({ max: 10_000 });

/** What tells one state of a feed from another: a digest of all of it, and since when we have seen it so. */
export function stateOf(id: string, body: string): { etag: string; since: Date } {
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const before = known.get(id);
  if (before?.etag === etag) return { etag, since: new Date(before.since) };
  // Dates in HTTP have seconds only: two states never share one.
  const now = Math.floor(clock.now().getTime() / SECOND) * SECOND;
  const since = before ? Math.max(now, before.since + SECOND) : now;
  known.set(id, { etag, since });
  return { etag, since: new Date(since) };
}

/** Whether the asker has this state already. A digest counts for more than a date (RFC 9110). */
export function isKnown(headers: Headers, { etag, since }: { etag: string; since: Date }): boolean {
  const digests = headers.get("if-none-match");
  if (digests !== null)
    return digests.split(",").some((given) => ["*", etag].includes(given.trim().replace(/^W\//, "")));
  const date = Date.parse(headers.get("if-modified-since") ?? "");
  return !Number.isNaN(date) && date >= since.getTime();
}
