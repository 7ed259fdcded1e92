import { type Column, SECTION_COLUMNS, termFor } from "@/lib/exports/columns";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { CONTENT_LANGUAGES, LOCALES } from "@/lib/i18n/locales";
import { noSuchDay, parsePartialDate } from "@/lib/time/partial-date";
import { KINDS, PHASES } from "@/lib/write-ups/document";
import { parseFigure } from "@/lib/write-ups/figure-input";
import { unitOf } from "@/lib/write-ups/units";
import {
  ACTOR_ROLES,
  ACTOR_SECTORS,
  CRISIS_TYPE_LIST,
  CRISIS_TYPES,
  MATURITY,
  POLICY_AREAS,
  SCALES,
  TARGET_GROUPS,
  THEMES,
} from "@/lib/write-ups/vocabulary";
import type { Problem } from "./types";

export type Cells = Partial<Record<Column, string>>;
type Found = Omit<Problem, "place">;

interface TypedSource {
  id: string;
  title: string;
  url: string | null;
  date: string | null;
}

/** The cells of one row → a write-up as the schema takes it, with what could not be read in them. */
export function rowOf(cells: Cells) {
  const problems: Found[] = [];
  const wrong = (field: Column, key: string, values?: Found["values"]) => {
    problems.push({ field, key, values });
    return null;
  };
  const date = (column: Column, typed = cells[column]) =>
    typed ? (parsePartialDate(typed) ?? wrong(column, noDate(typed), { typed: short(typed) })) : null;
  const term = <T extends string>(column: Column, list: string, keys: readonly T[], typed = cells[column]) =>
    typed ? (termFor(list, keys, typed) ?? wrong(column, "imports.error.term", { typed: short(typed) })) : null;
  const terms = <T extends string>(column: Column, list: string, keys: readonly T[]) =>
    (cells[column] ?? "")
      .split(/[;\n]/)
      .filter((one) => one.trim() !== "")
      .flatMap((one) => term(column, list, keys, one.trim()) ?? []);
  const sources = sourcesIn(cells.sources ?? "", date);
  const sourceOf = (column: Column, typed: string) => {
    if (typed === "") return null;
    return URL.canParse(typed) ? placed(sources, typed) : wrong(column, "writing.error.url");
  };

  const timeline = entriesIn(cells.timeline).map(([when = "", phase = "", what = "", who = "", from = ""], index) => ({
    id: `entry-${index + 1}`,
    date: when ? date("timeline", when) : wrong("timeline", "imports.error.date"),
    phase: phase ? term("timeline", "vocabulary.phase", PHASES, phase) : wrong("timeline", "imports.error.phase"),
    what,
    who,
    sourceId: sourceOf("timeline", from),
  }));
  const observations = entriesIn(cells.figures).map(
    ([label = "", value = "", unit = "", asOf = "", from = ""], index) => {
      const figure = parseFigure(value) ?? wrong("figures", "writing.error.figure");
      return {
        id: `figure-${index + 1}`,
        label,
        valueKind: figure?.valueKind,
        value: figure?.value,
        valueTo: figure?.valueTo,
        unit: unitOf(unit) || figure?.unit || "",
        asOf: asOf ? date("figures", asOf) : null,
        sourceId: sourceOf("figures", from),
      };
    },
  );
  const organisations = entriesIn(cells.organisations).map(([name = "", sector = "", role = ""], index) => ({
    id: `organisation-${index + 1}`,
    name,
    sector: term("organisations", "vocabulary.sector", ACTOR_SECTORS, sector),
    role: term("organisations", "vocabulary.role", ACTOR_ROLES, role),
  }));
  const kind = cells.kind ? (term("kind", "exports.kinds", KINDS) ?? "case") : "case";
  const language = languageOf(cells.language) ?? wrong("language", "imports.error.language");
  const sections = SECTION_COLUMNS.flatMap((key) => {
    const markdown = cells[key];
    return markdown ? [{ key, audience: key === "what-did-not-work" ? "cohort" : "public", markdown }] : [];
  });
  const given = {
    kind,
    language,
    crisis: kind === "case" ? crisisIn(cells.crisis, wrong) : null,
    texts: [
      {
        language,
        document: {
          title: oneLine(cells.title),
          card: oneLine(cells.card),
          startedOn: date("started"),
          endedOn: date("ended"),
          beganOn: date("began"),
          firstActionOn: date("firstAction"),
          sections,
          timeline,
          observations,
          sources,
          organisations,
          policyAreas: terms("policyAreas", "vocabulary.policyArea", POLICY_AREAS),
          themes: terms("themes", "vocabulary.theme", THEMES),
          targetGroups: terms("targetGroups", "vocabulary.targetGroup", TARGET_GROUPS),
          sdgs: (cells.sdgs ?? "")
            .split(/[;,\s]+/)
            .filter(Boolean)
            .map(Number),
          maturity: term("maturity", "vocabulary.maturity", MATURITY),
          scale: term("scale", "vocabulary.scale", SCALES),
        },
      },
    ],
  };
  return { given, problems };
}

/** Entries of a cell, one to a line, its parts between upright strokes ("\|" is a stroke of the text). */
function entriesIn(cell = ""): string[][] {
  return cell
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(/(?<!\\)\|/).map((part) => part.replaceAll("\\|", "|").trim()));
}

function sourcesIn(cell: string, date: (column: Column, typed: string) => string | null): TypedSource[] {
  return entriesIn(cell).map(([first = "", second = "", third = ""], index) => {
    const bare = /^https?:\/\//i.test(first) && second === "";
    const url = bare ? first : second;
    return {
      id: `source-${index + 1}`,
      title: bare ? hostOf(first) : first,
      url: url || null,
      date: third ? date("sources", third) : null,
    };
  });
}

/** The source with this address, made when the row does not name it elsewhere. */
function placed(sources: TypedSource[], url: string): string {
  const same = sources.find((source) => source.url === url);
  if (same) return same.id;
  const made = { id: `source-${sources.length + 1}`, title: hostOf(url), url, date: null };
  sources.push(made);
  return made.id;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}

/** COVID-19, a kind of crisis by its name, or one that the city may know of by its id. */
function crisisIn(typed: string | undefined, wrong: (field: Column, key: string) => null) {
  if (!typed) return wrong("crisis", "imports.error.crisis");
  if (/^covid([- ]?19)?$/i.test(typed)) return { id: "covid-19", type: "pandemic-epidemic", hazard: "biological" };
  const type = termFor("vocabulary.crisisType", CRISIS_TYPE_LIST, typed);
  return type ? { id: `new-${type}`, type, hazard: CRISIS_TYPES[type] } : wrong("crisis", "imports.error.crisis");
}

/** "it", "Italiano", "Italian" or "italiano". */
function languageOf(typed = ""): string | null {
  const wanted = typed.trim().toLowerCase();
  const names = (code: string, own: string) => [
    code,
    own,
    ...LOCALES.map((locale: Locale) => languageIn(code, locale)),
  ];
  const found = Object.entries(CONTENT_LANGUAGES).find(([code, own]) =>
    names(code, own).some((name) => name.toLowerCase() === wanted),
  );
  return found?.[0] ?? null;
}

const noDate = (typed: string) => (noSuchDay(typed) ? "imports.error.noSuchDay" : "imports.error.dateTyped");
const oneLine = (text = "") => text.replace(/\s*\n\s*/g, " ");
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
