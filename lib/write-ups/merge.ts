import type { Document } from "./document";
import { CARD_MAX, LINE_MAX, SECTION_MAX, TITLE_MAX } from "./limits";
import { mergeOrder } from "./merge-lists";
import { withTheirSources, withUsedSources } from "./merge-sources";
import { mergeText } from "./merge-text";
import { same, stable } from "./same";
import { POLICY_AREAS_MAX, SDGS_MAX, TARGET_GROUPS_MAX, THEMES_MAX } from "./vocabulary";

/** One thing that two people changed differently. Values as they stand in the document. */
export interface Clash {
  /** The part of the document, and the entry by its id or key; null for what is there once. */
  part: string;
  entry: string | null;
  /** What the entry is called by: its first words. */
  name: string;
  field: string;
  mine: unknown;
  theirs: unknown;
}

export interface Merged {
  /** Both changes. Where they clash, mine stands: nobody has decided yet. */
  document: Document;
  clashes: Clash[];
  /** What both began with, as if it had held theirs wherever it clashes: merging again with this takes mine there. */
  answered: Document;
}

type Row = Record<string, unknown>;
interface Place {
  part: string;
  entry: string | null;
  name: string;
}
interface Result<T> {
  value: T;
  answered: T;
}

/** Fields that make sense only together are one field here. */
const TOGETHER: readonly (readonly string[])[] = [
  ["valueKind", "value", "valueTo"],
  ["amount", "currency"],
];
const MOST: Record<string, number> = {
  policyAreas: POLICY_AREAS_MAX,
  themes: THEMES_MAX,
  targetGroups: TARGET_GROUPS_MAX,
  sdgs: SDGS_MAX,
};

/**
 * Two changes of one document put together: texts by lines and words, entries by their ids and fields, everything else as one
 * value. An entry that one person removed and the other changed stays. Sections come back without HTML where their words were
 * put together.
 */
export function mergeDocuments(base: Document, mine: Document, theirs: Document): Merged {
  const clashes: Clash[] = [];
  const own = withTheirSources(mine, base, theirs);
  const parts = [...new Set([...Object.keys(theirs), ...Object.keys(own)])];
  const merged: Row = {};
  const answered: Row = {};
  for (const part of parts) {
    const [b, m, t] = [base, own, theirs].map((document) => (document as unknown as Row)[part]);
    const result = mergeValue({ part, entry: null, name: "" }, part, b, m, t, clashes);
    merged[part] = result.value;
    answered[part] = result.answered;
  }
  const document = merged as unknown as Document;
  const sources = withUsedSources(document, [own.sources, theirs.sources, base.sources].flat());
  return {
    document: { ...document, sources, sections: document.sections.map(sectionOf(theirs)) },
    clashes,
    answered: answered as unknown as Document,
  };
}

function mergeValue(
  place: Place,
  field: string,
  base: unknown,
  mine: unknown,
  theirs: unknown,
  clashes: Clash[],
): Result<unknown> {
  if (same(mine, theirs) || same(theirs, base)) return { value: mine, answered: base };
  if (same(mine, base)) return { value: theirs, answered: base };
  // Nobody types it: it follows from what the figures count.
  if (field === "measures") return { value: [mine, theirs].filter(Boolean).sort()[0] ?? null, answered: base };
  const [b, m, t] = [rowsOf(base), rowsOf(mine), rowsOf(theirs)];
  if (m && t) {
    const entries = [...m, ...t].every((one) => typeof one === "object");
    const result = entries
      ? mergeEntries(field, (b ?? []) as Row[], m as Row[], t as Row[], clashes)
      : mergeTerms(field, b ?? [], m, t);
    if (result) return result;
  }
  if (typeof mine === "string" && typeof theirs === "string" && isProse(place, field)) {
    const { text, clash } = mergeText(typeof base === "string" ? base : "", mine, theirs);
    if (!clash && text.length <= longest(place, field)) return { value: text, answered: base };
    clashes.push({ ...place, field, mine, theirs });
    return { value: text, answered: theirs };
  }
  clashes.push({ ...place, field, mine, theirs });
  return { value: mine, answered: theirs };
}

/** Terms of a list that was given: what either added, without what either took away; null when that is too many. */
function mergeTerms(field: string, base: unknown[], mine: unknown[], theirs: unknown[]): Result<unknown> | null {
  const order = mergeOrder(base.map(String), mine.map(String), theirs.map(String));
  if (order.length > (MOST[field] ?? Number.POSITIVE_INFINITY)) return null;
  const typed = new Map([...base, ...mine, ...theirs].map((term) => [String(term), term]));
  return { value: order.map((term) => typed.get(term)), answered: base };
}

function mergeEntries(part: string, base: Row[], mine: Row[], theirs: Row[], clashes: Clash[]): Result<unknown> {
  const [b, m, t] = [byKey(base), byKey(mine), byKey(theirs)];
  const kept = new Map<string, Row>();
  const answered = new Map(b);
  for (const key of new Set([...m.keys(), ...t.keys()])) {
    const [was, own, other] = [b.get(key), m.get(key), t.get(key)];
    if (own && other) {
      const result = mergeEntry(part, was ?? {}, own, other, clashes);
      kept.set(key, result.value);
      const decided = Object.values(result.answered).some((one) => one !== undefined);
      if (was || decided) answered.set(key, { ...pickName(other), ...defined(result.answered) });
    } else {
      const only = own ?? other;
      // It was taken away by one of the two; the other one's change of it is not lost.
      if (only && !(was && same(was, only))) kept.set(key, only);
      if (was && own && kept.has(key)) answered.set(key, was);
    }
  }
  const order = mergeOrder([...b.keys()], [...m.keys()], [...t.keys()]);
  const keys = [
    ...order.filter((key) => kept.has(key)),
    ...[...kept.keys()].filter((key) => !order.includes(key)).sort(),
  ];
  const rows = keys.map((key) => kept.get(key)).filter((row) => row !== undefined);
  return { value: withoutTwins(rows, b), answered: [...answered.values()] };
}

function mergeEntry(part: string, base: Row, mine: Row, theirs: Row, clashes: Clash[]): Result<Row> {
  const value: Row = {};
  const answered: Row = { ...base };
  const place: Place = { part, entry: keyOf(theirs), name: nameOf(mine) };
  for (const field of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    if (field === "html") continue;
    const together = TOGETHER.find((fields) => fields.includes(field));
    if (together && together[0] !== field && together.some((one) => one in mine)) continue;
    if (together) {
      const pick = (row: Row) => Object.fromEntries(together.map((one) => [one, row[one]]));
      const result = mergeValue(place, field, pick(base), pick(mine), pick(theirs), clashes);
      Object.assign(value, result.value);
      Object.assign(answered, result.answered);
      continue;
    }
    const result = mergeValue(place, field, base[field], mine[field], theirs[field], clashes);
    value[field] = result.value;
    answered[field] = result.answered;
  }
  if ("html" in mine) value.html = value.markdown === mine.markdown ? mine.html : "";
  return { value, answered };
}

/** Both added the same entry: once is enough. */
function withoutTwins(rows: Row[], base: ReadonlyMap<string, Row>): Row[] {
  const known = new Set<string>();
  return rows.filter((row) => {
    if ("key" in row || base.has(keyOf(row))) return true;
    const words = stable({ ...row, id: "" });
    return !known.has(words) && known.add(words) !== undefined;
  });
}

/** A section that both filled, one with words and one with why there are none, has words. */
function sectionOf(theirs: Document) {
  const known = new Map(theirs.sections.map((section) => [section.key, section]));
  return (section: Document["sections"][number]) => {
    const their = known.get(section.key);
    const html = their?.markdown === section.markdown ? their.html : section.html;
    return { ...section, html, empty: section.markdown === "" ? section.empty : null };
  };
}

const pickName = (row: Row): Row => ("id" in row ? { id: row.id } : { key: row.key });
const defined = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, one]) => one !== undefined));
const rowsOf = (value: unknown): unknown[] | null => (Array.isArray(value) ? (value as unknown[]) : null);
const byKey = (rows: Row[]) => new Map(rows.map((row) => [keyOf(row), row]));
const keyOf = (row: Row) => String(row.id ?? row.key);
const nameOf = (row: Row) => String(row.what ?? row.label ?? row.name ?? row.caption ?? row.title ?? "");

/** Texts are put together; codes, dates and addresses are one value. */
const PROSE = new Set([
  "title",
  "card",
  "markdown",
  "what",
  "who",
  "effect",
  "label",
  "note",
  "needs",
  "name",
  "caption",
  "alt",
]);
/** Both changes of a text may be longer together than it can be: then somebody has to choose. */
function longest({ part }: Place, field: string): number {
  if (field === "markdown") return SECTION_MAX;
  if (part === "title") return TITLE_MAX;
  return part === "card" ? CARD_MAX : LINE_MAX;
}

function isProse({ part }: Place, field: string): boolean {
  return PROSE.has(field) && part !== "contact";
}
