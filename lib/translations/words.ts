import { type Document, type Kind, SECTIONS, type SectionKey } from "@/lib/write-ups/document";

/** A part that is translated on one page: title and card, one kind of entries, or one section of text. */
export type PartKey = "title" | EntryPart | SectionKey;
type EntryPart = "timeline" | "figures" | "organisations" | "building-blocks" | "funding" | "media";
export type WordField =
  | "title"
  | "card"
  | "text"
  | "what"
  | "who"
  | "effect"
  | "label"
  | "unit"
  | "note"
  | "name"
  | "legalForm"
  | "needs"
  | "caption"
  | "alt";

/** Where words stand: "timeline/t3/what". The ids of entries are the same in all languages. */
export interface Place {
  key: string;
  part: PartKey;
  entry: string;
  field: WordField;
}

/**
 * The document with each of its words through `visit`. What is no words stays: numbers, dates, ids, addresses, who reads
 * what, terms of the vocabulary, and sources, which keep the language they are in.
 */
export function mapWords(document: Document, visit: (text: string, place: Place) => string): Document {
  const at = (part: PartKey, entry: string, field: WordField, text: string) =>
    text === "" ? "" : visit(text, { key: `${part}/${entry}/${field}`, part, entry, field });
  const rows = <R extends { id: string }>(part: EntryPart, list: R[], fields: readonly (keyof R & WordField)[]) =>
    list.map((row) => {
      const changed = fields.flatMap((field) => {
        const text = row[field];
        const isWords = typeof text === "string" && (field !== "unit" || !isCode(text));
        return isWords ? [[field, at(part, row.id, field, text)]] : [];
      });
      return { ...row, ...Object.fromEntries(changed) };
    });
  return {
    ...document,
    title: at("title", "", "title", document.title),
    card: at("title", "", "card", document.card),
    sections: document.sections.map((section) => ({
      ...section,
      markdown: at(section.key, "", "text", section.markdown),
    })),
    timeline: rows("timeline", document.timeline, ["what", "who", "effect"]),
    observations: rows("figures", document.observations, ["label", "unit", "note"]),
    organisations: rows("organisations", document.organisations, ["name", "legalForm"]),
    buildingBlocks: rows("building-blocks", document.buildingBlocks, ["name", "what", "needs"]),
    funding: rows("funding", document.funding, ["label"]),
    media: rows("media", document.media, ["caption", "alt"]),
  };
}

export interface Word extends Place {
  text: string;
}

/** Every word of a document that is not empty, in the order of the document. */
export function wordsOf(document: Document): Word[] {
  const words: Word[] = [];
  mapWords(document, (text, place) => {
    words.push({ ...place, text });
    return text;
  });
  return words;
}

/** The parts of a template, in the order in which they are read. */
export function partKeys(kind: Kind): readonly PartKey[] {
  return [
    "title",
    ...(kind === "case" ? (["timeline"] as const) : []),
    "figures",
    ...SECTIONS[kind],
    "organisations",
    "building-blocks",
    "funding",
    "media",
    ...(kind === "case" ? [] : (["timeline"] as const)),
  ];
}

/** A place as the name of a field, where a point would begin another level. */
export function nameOf(key: string): string {
  return `words.${key.replaceAll("%", "%25").replaceAll(".", "%2E")}`;
}

export function keyOf(name: string): string {
  return name.replaceAll("%2E", ".").replaceAll("%25", "%");
}

/** A currency or "percent" is no word: each language has its own way to show it. */
function isCode(unit: string): boolean {
  return unit === "percent" || /^[A-Z]{3}$/.test(unit);
}
