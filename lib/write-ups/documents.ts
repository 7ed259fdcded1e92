import "server-only";
import { hash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { Document } from "./document";
import { isStampIn } from "./stamp";

/** Of all the documents together that this process keeps. */
const CHARACTERS = 16_000_000;
/** Of one write-up: it has a text for each language and audience. */
const TEXTS = 8;

interface Kept {
  document: Document;
  characters: number;
}

const kept = new LRUCache<string, Map<string, Kept>>({
  maxSize: CHARACTERS,
  sizeCalculation: (texts) => 1 + [...texts.values()].reduce((sum, { characters }) => sum + characters, 0),
});
const marks = new WeakMap<Document, string>();

interface Asked {
  /** The document of the text `t`, or null when it is the one that its `stamp` stands for here. */
  column: SQL;
  /** The document for what the statement gave. It is everybody's, so nobody can change it. */
  documentOf: (stamp: string, given: Document | null) => Document;
}

/**
 * A document is the longest that a page reads, and the same for all who may read it: it is fetched only when this process
 * does not hold it yet. Who may read which text is for the statement to say, each time.
 */
export function askDocument(id: string): Asked {
  const before = kept.get(id) ?? new Map<string, Kept>();
  return {
    column: sql`case when ${isStampIn(sql`t.stamp`, before.keys())} then null else t.document end`,
    documentOf(stamp, given) {
      const known = before.get(stamp)?.document;
      if (known && !given) return known;
      if (!given) throw new Error("only a document whose stamp was named may be missing");
      const json = JSON.stringify(given);
      marks.set(given, markOfJson(json));
      kept.set(
        id,
        new Map([...before].slice(1 - TEXTS)).set(stamp, { document: frozen(given), characters: json.length }),
      );
      return given;
    },
  };
}

/** For the bench, which compares with somebody who keeps nothing. */
export function forgetDocuments(): void {
  kept.clear();
}

/** Stands for all that is in a document, as a hash: made once for one that is kept. */
export function markOf(document: Document): string {
  return marks.get(document) ?? markOfJson(JSON.stringify(document));
}

const markOfJson = (json: string) => hash("sha256", json, "base64url");

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
