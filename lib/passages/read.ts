import type { Passage } from "@/lib/comments/types";
import type { Anchor } from "./anchor";
import { type Found, find } from "./find";
import { type Words, wordsOf } from "./words";

/** A text as somebody reads it. */
export interface ReadText {
  language: string;
  sections: readonly { key: string; html: string }[];
}

export interface Located extends Found {
  section: string;
}

/** Of words that are kept, what was looked for in them: reading pays for a search once, and again when the words change. */
const known = new WeakMap<Words, Map<string, Found | null>>();

/** What a reader of a text may know of a passage: its words only where that text has words in that section. */
export function passageFor(anchor: Anchor, text: ReadText): Passage {
  const { section, language } = anchor;
  const theirs = text.sections.some(({ key, html }) => key === section && html !== "");
  const quote = theirs ? anchor.quote : null;
  if (language !== text.language) return { section, language, quote, state: "elsewhere" };
  const place = locate(anchor, text);
  return {
    section: place?.section ?? section,
    language,
    quote: place ? anchor.quote : quote,
    state: place ? "here" : "gone",
  };
}

/** Where it stands in a text of the same language: in its own section, or whole in another one that it was moved to. */
export function locate(anchor: Anchor, { sections }: ReadText): Located | null {
  const own = sections.find(({ key }) => key === anchor.section)?.html ?? "";
  const inOwn = own && placed(anchor, anchor.section, own);
  if (inOwn) return inOwn;
  const moved = sections.flatMap(({ key, html }) => {
    if (key === anchor.section || html === "" || !wordsOf(html).text.includes(anchor.quote)) return [];
    return placed(anchor, key, html) ?? [];
  });
  return moved.length === 1 ? (moved[0] ?? null) : null;
}

function placed(anchor: Anchor, section: string, html: string): Located | null {
  const words = wordsOf(html);
  const key = `${anchor.start}\0${anchor.before}\0${anchor.quote}\0${anchor.after}`;
  const asked = known.get(words) ?? new Map<string, Found | null>();
  let found = asked.get(key);
  if (found === undefined) {
    found = find(anchor, words.text);
    known.set(words, asked.set(key, found));
  }
  return found && { ...found, section };
}
