import { COLUMNS, type Column, columnName, ORIGIN_COLUMNS } from "@/lib/exports/columns";
import { csvFile } from "@/lib/exports/csv";
import type { Locale } from "@/lib/i18n/locales";
import { sentence, translator } from "@/lib/i18n/translator";

/** A table of cases with its head and one example, to be filled in. */
export function exampleTable(locale: Locale): string {
  const columns = COLUMNS.filter((column) => !ORIGIN_COLUMNS.some((one) => one === column));
  return csvFile([
    columns.map((column) => columnName(column, locale)),
    columns.map((column) => cellOf(column, locale)),
  ]);
}

function cellOf(column: Column, locale: Locale): string {
  const t = translator(locale, "imports.example");
  switch (column) {
    case "title":
    case "card":
    case "timeline":
    case "figures":
    case "organisations":
    case "sources":
    case "what-is-done":
    case "what-did-not-work":
      return t(column);
    case "kind":
      return sentence(locale, "exports.kinds.case");
    case "language":
      return locale;
    case "crisis":
      return sentence(locale, "vocabulary.crisisType.flood");
    case "began":
      return "2020-03-16";
    case "firstAction":
      return "2020-03-18";
    case "started":
      return "2020-03";
    case "themes":
      return ["food", "volunteering"].map((key) => sentence(locale, `vocabulary.theme.${key}`)).join("; ");
    case "targetGroups":
      return sentence(locale, "vocabulary.targetGroup.people-living-alone");
    case "sdgs":
      return "2; 11";
    default:
      return "";
  }
}
