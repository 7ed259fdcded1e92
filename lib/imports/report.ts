import { COLUMNS, columnName } from "@/lib/exports/columns";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { sentence, translator } from "@/lib/i18n/translator";
import { PROBLEMS_SHOWN } from "./limits";
import type { FileRead, Place, Problem, Report } from "./types";

/** What was found, in sentences. */
export function reportOf(read: FileRead, kept: string | null, workspaceId: string, locale: Locale): Report {
  const t = translator(locale, "imports");
  const count = read.candidates.length;
  const ready = kept !== null;
  const problems = read.problems.slice(0, PROBLEMS_SHOWN).map((problem) => problemIn(problem, locale));
  const more = read.problems.length - problems.length;
  return {
    ready,
    summary: ready ? t("summary.fits", { count }) : t("summary.problems", { count: read.problems.length }),
    fits: read.candidates.map(({ place, writeUp: { kind, language, texts } }) => {
      const text = texts.find((one) => one.language === language) ?? texts[0];
      return {
        place: placeIn(place, locale),
        title: text?.document.title ?? "",
        language,
        about: [
          translator(locale, "reading")(kind),
          texts.map((one) => languageIn(one.language, locale)).join(", "),
        ].join(" · "),
      };
    }),
    problems: more > 0 ? [...problems, t("more", { count: more })] : problems,
    notes: read.notes.map(({ place, key, values }) =>
      [place && `${placeIn(place, locale)}: `, sentence(locale, key, values)].join(""),
    ),
    kept,
    workspaceId,
    take: t("take", { count }),
  };
}

function problemIn({ place, field, key, values }: Problem, locale: Locale): string {
  const where = [place && placeIn(place, locale), field && fieldIn(field, locale)].filter(Boolean).join(", ");
  const what = sentence(locale, key, values);
  return where ? `${where}: ${what}` : what;
}

function placeIn({ line, number }: Place, locale: Locale): string {
  const t = translator(locale, "imports");
  return line === null ? t("number", { number }) : t("line", { line });
}

/** A column by its name; a path as the file has it. */
function fieldIn(field: string, locale: Locale): string {
  const column = COLUMNS.find((one) => one === field);
  return column ? columnName(column, locale) : field;
}
