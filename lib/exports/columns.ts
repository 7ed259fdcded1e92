import { LOCALES, type Locale } from "@/lib/i18n/locales";
import { sentence, translator } from "@/lib/i18n/translator";
import { CASE_SECTIONS, PRACTICE_SECTIONS, type SectionKey } from "@/lib/write-ups/document";

/** The columns of a table of write-ups: what the library gives and what an import takes. */
export const FACT_COLUMNS = [
  "kind",
  "title",
  "card",
  "language",
  "crisis",
  "began",
  "firstAction",
  "started",
  "ended",
  "timeline",
  "figures",
  "organisations",
  "policyAreas",
  "themes",
  "targetGroups",
  "sdgs",
  "maturity",
  "scale",
  "sources",
] as const;
export type FactColumn = (typeof FACT_COLUMNS)[number];

export const SECTION_COLUMNS: readonly SectionKey[] = [
  ...new Set<SectionKey>([...CASE_SECTIONS, ...PRACTICE_SECTIONS]),
];

/** Where a row comes from; an import passes over them. */
export const ORIGIN_COLUMNS = ["city", "audience", "address", "updated"] as const;
export type OriginColumn = (typeof ORIGIN_COLUMNS)[number];

export type Column = FactColumn | SectionKey | OriginColumn;
export const COLUMNS: readonly Column[] = [...FACT_COLUMNS, ...SECTION_COLUMNS, ...ORIGIN_COLUMNS];

export function columnName(column: Column, locale: Locale): string {
  return isSection(column)
    ? translator(locale, "reading")(`sections.${column}`)
    : translator(locale, "exports")(`column.${column}`);
}

export function isSection(column: Column): column is SectionKey {
  return SECTION_COLUMNS.some((key) => key === column);
}

/** The column that a head names, in a language of ours or by its key; capitals, blanks and hyphens do not count. */
export function columnFor(head: string): Column | null {
  const wanted = simple(head);
  const names = (column: Column) => [column, ...LOCALES.map((locale) => columnName(column, locale))];
  return COLUMNS.find((column) => names(column).some((name) => simple(name) === wanted)) ?? null;
}

/** The term of a list that somebody means: by its key, or by its name in a language of ours. */
export function termFor<T extends string>(list: string, keys: readonly T[], typed: string): T | null {
  const wanted = simple(typed);
  return keys.find((key) => [key, ...termNames(list, key)].some((name) => simple(name) === wanted)) ?? null;
}

function termNames(list: string, key: string): string[] {
  return LOCALES.map((locale) => sentence(locale, `${list}.${key}`));
}

function simple(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
