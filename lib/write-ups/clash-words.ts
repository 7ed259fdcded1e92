import "server-only";
import { CONTENT_LANGUAGES, isContentLanguage, LOCALES, type Locale } from "@/lib/i18n/locales";
import { sentence, translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { isPartialDate } from "@/lib/time/partial-date";
import type { Observation, Source } from "./document";
import { figureText } from "./figure-input";
import type { Clash } from "./merge";
import { moneyText } from "./money-input";
import { term } from "./terms";

/** Words as they were typed; or what the interface says, in each of its languages. */
export type Said = string | Partial<Record<Locale, string>>;

/** One clash as people read it: which entry, which question of the form, and the two answers. A crisis stays its id. */
export interface SaidClash {
  entry: string;
  field: string;
  question: Said;
  mine: Said;
  theirs: Said;
}

export function sayClash({ part, name, field, mine, theirs }: Clash, sources: readonly Source[]): SaidClash {
  const words = (value: unknown) => say(part, field, value, sources);
  const question = inEach((locale) => questionOf(part, field, locale));
  return { entry: name, field, question, mine: words(mine), theirs: words(theirs) };
}

const DATES = new Set(["startedOn", "endedOn", "beganOn", "firstActionOn", "date", "asOf", "from", "accessedOn"]);
/** Fields that hold terms, and where the terms have their names. */
const TERMS: Record<string, string> = {
  phase: "phase",
  decisionLevel: "decisionLevel",
  evidence: "evidence",
  strength: "strength",
  sector: "sector",
  role: "role",
  sseType: "sseType",
  transferable: "transferable",
  kind: "fundingKind",
  policyAreas: "policyArea",
  themes: "theme",
  targetGroups: "targetGroup",
  maturity: "maturity",
  scale: "scale",
  participation: "participation",
};
/** Fields whose question has a name of its own; in a part, or in all. */
const ASKED_AS: Record<string, string> = {
  valueKind: "value",
  sourceId: "sourceTitle",
  empty: "why",
  audience: "whoReads",
  contact: "contactName",
  "buildingBlocks.name": "blockName",
  "buildingBlocks.what": "blockWhat",
  "funding.label": "fundingLabel",
  "funding.kind": "fundingKind",
  "funding.date": "fundingDate",
  "sources.title": "sourceTitle",
  "sources.url": "sourceUrl",
  "sources.date": "published",
  "sources.language": "sourceLanguage",
};

function questionOf(part: string, field: string, locale: Locale): string {
  if (field === "policyAreas") return translator(locale, "writing.field")("policyArea", { rank: "0" });
  const name = ASKED_AS[`${part}.${field}`] ?? ASKED_AS[field] ?? field;
  const question = translator(locale, "writing.field");
  return question.has(name as "title") ? question(name as "title") : "";
}

function say(part: string, field: string, value: unknown, sources: readonly Source[]): Said {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return inEach((locale) => translator(locale, "workingCopies")(value ? "yes" : "no"));
  if (DATES.has(field)) return inEach((locale) => date(value, locale));
  const group = TERMS[field];
  if (group)
    return inEach((locale) =>
      [value]
        .flat()
        .map((one) => term(group, String(one), locale))
        .join(", "),
    );
  switch (field) {
    case "sdgs":
      return inEach((locale) =>
        [value]
          .flat()
          .map((one) => `${one} ${term("sdg", String(one), locale)}`)
          .join(", "),
      );
    case "audience":
      return inEach((locale) => sentence(locale, `writing.field.readers.${value}`));
    case "empty":
      return inEach((locale) => reason(value as { why: string; by: string | null }, locale));
    case "valueKind":
      return figure(value as Observation);
    case "amount":
      return money(value as { amount: number | null; currency: string | null });
    case "unit":
      return value === "percent" ? "%" : String(value);
    case "sourceId":
      return sources.find(({ id }) => id === value)?.title ?? "";
    case "language":
      return part === "sources" && isContentLanguage(value) ? CONTENT_LANGUAGES[value] : String(value);
    case "contact":
      return Object.values(value).filter(Boolean).join(", ");
    default:
      return String(value);
  }
}

function date(value: unknown, locale: Locale): string {
  return typeof value === "string" && isPartialDate(value) ? formatPartialDate(value, locale) : String(value);
}

function reason({ why, by }: { why: string; by: string | null }, locale: Locale): string {
  const words = sentence(locale, `writing.field.reason.${why}`);
  return by ? `${words}: ${date(by, locale)}` : words;
}

function figure(value: Observation): Said {
  return typeof value.value === "number" ? inEach((locale) => figureText(value, locale)) : "";
}

function money({ amount, currency }: { amount: number | null; currency: string | null }): Said {
  return typeof amount === "number" && currency ? inEach((locale) => moneyText({ amount, currency }, locale)) : "";
}

function inEach(words: (locale: Locale) => string): Record<Locale, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, words(locale)])) as Record<Locale, string>;
}
