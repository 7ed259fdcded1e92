import type { Locale } from "@/lib/i18n/locales";
import { sentence, translator } from "@/lib/i18n/translator";
import type { Document } from "@/lib/write-ups/document";
import { figureText } from "@/lib/write-ups/figure-input";
import { COLUMNS, type Column, columnName, isSection } from "./columns";
import { csvFile } from "./csv";
import type { ReadableText, ReadableWriteUp } from "./types";

/** The write-ups as a table, one to a row, with the columns that an import of cases takes. */
export function libraryTable(
  chosen: readonly { writeUp: ReadableWriteUp; text: ReadableText }[],
  locale: Locale,
  site: URL,
): string {
  const rows = chosen.map(({ writeUp, text }) => COLUMNS.map((column) => cellOf(column, writeUp, text, locale, site)));
  return csvFile([COLUMNS.map((column) => columnName(column, locale)), ...rows]);
}

function cellOf(column: Column, writeUp: ReadableWriteUp, text: ReadableText, locale: Locale, site: URL): string {
  const { document } = text;
  if (isSection(column)) return document.sections.find(({ key }) => key === column)?.markdown ?? "";
  const named = (list: string, keys: (string | null)[]) =>
    keys.flatMap((key) => (key ? [sentence(locale, `vocabulary.${list}.${key}`)] : [])).join("; ");
  switch (column) {
    case "kind":
      return translator(locale, "exports")(`kinds.${writeUp.kind}`);
    case "title":
      return document.title;
    case "card":
      return document.card;
    case "language":
      return text.language;
    case "crisis":
      return writeUp.crisis?.id === "covid-19" ? "COVID-19" : named("crisisType", [writeUp.crisis?.type ?? null]);
    case "began":
      return document.beganOn ?? "";
    case "firstAction":
      return document.firstActionOn ?? "";
    case "started":
      return document.startedOn ?? "";
    case "ended":
      return document.endedOn ?? "";
    case "timeline":
      return lines(document.timeline, (one) => [
        one.date,
        sentence(locale, `vocabulary.phase.${one.phase}`),
        one.what,
        one.who,
        addressOf(document, one.sourceId),
      ]);
    case "figures":
      return lines(document.observations, (one) => [
        one.label,
        figureText(one, locale),
        one.unit,
        one.asOf ?? "",
        addressOf(document, one.sourceId),
      ]);
    case "organisations":
      return lines(document.organisations, (one) => [
        one.name,
        named("sector", [one.sector]),
        named("role", [one.role]),
      ]);
    case "policyAreas":
      return named("policyArea", document.policyAreas);
    case "themes":
      return named("theme", document.themes);
    case "targetGroups":
      return named("targetGroup", document.targetGroups);
    case "sdgs":
      return document.sdgs.join("; ");
    case "maturity":
      return named("maturity", [document.maturity]);
    case "scale":
      return named("scale", [document.scale]);
    case "sources":
      return lines(document.sources, (one) => [one.title, one.url ?? "", one.date ?? ""]);
    case "city":
      return writeUp.city.name;
    case "audience":
      return translator(locale, "library")(`audience.${writeUp.audience}`, { city: writeUp.city.name });
    case "address":
      return new URL(`/write-ups/${writeUp.id}`, site).href;
    case "updated":
      return writeUp.updatedAt.toISOString().slice(0, 10);
  }
}

/** One entry to a line, its parts between upright strokes. */
function lines<T>(entries: readonly T[], parts: (entry: T) => string[]): string {
  return entries
    .map((entry) => {
      const cells = parts(entry).map((part) => part.replace(/\s*\n\s*/g, " ").replaceAll("|", "\\|"));
      return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1).join(" | ");
    })
    .join("\n");
}

function addressOf(document: Document, sourceId: string | null): string {
  return document.sources.find(({ id }) => id === sourceId)?.url ?? "";
}
