import "server-only";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { Document, Observation } from "@/lib/write-ups/document";
import { formatValue, unitWord } from "@/lib/write-ups/figures";
import { formatMoney, term } from "@/lib/write-ups/terms";
import type { Field, Row } from "./parts";

type Key = "timeline" | "observations" | "organisations" | "buildingBlocks" | "funding" | "media" | "sources";

/** The lists of a document: of each what its rows say, field by field. */
export const ROW_PARTS: readonly { key: Key; rows: (document: Document, locale: Locale) => Row[] }[] = [
  { key: "observations", rows: figures },
  { key: "timeline", rows: timeline },
  { key: "organisations", rows: organisations },
  { key: "buildingBlocks", rows: buildingBlocks },
  { key: "funding", rows: funding },
  { key: "media", rows: media },
  { key: "sources", rows: sources },
];

type Name = Parameters<ReturnType<typeof namesIn>>[0];
const namesIn = (locale: Locale) => translator(locale, "revisions.field");

/** Makes fields whose words are the writer's (`words`) or the interface's (`said`). */
function fieldsIn(locale: Locale) {
  const t = namesIn(locale);
  return {
    words: (key: Name, text: string | null | undefined): Field => ({ key, name: t(key), text: text ?? "", own: true }),
    said: (key: Name, text: string | null | undefined): Field => ({ key, name: t(key), text: text ?? "", own: false }),
    date: (key: Name, date: string | null | undefined): Field => ({
      key,
      name: t(key),
      text: date ? formatPartialDate(date, locale) : "",
      own: false,
    }),
  };
}

function sourceOf(document: Document, id: string | null): string {
  return document.sources.find((source) => source.id === id)?.title ?? "";
}

function timeline(document: Document, locale: Locale): Row[] {
  const { words, said, date } = fieldsIn(locale);
  const phases = translator(locale, "reading.phases");
  return document.timeline.map((entry) => ({
    id: entry.id,
    fields: [
      date("date", entry.date),
      said("phase", phases(`${entry.phase}.name`)),
      words("what", entry.what),
      words("who", entry.who),
      said("decisionLevel", entry.decisionLevel && term("decisionLevel", entry.decisionLevel, locale)),
      words("effect", entry.effect),
      words("source", sourceOf(document, entry.sourceId)),
    ],
  }));
}

function figures(document: Document, locale: Locale): Row[] {
  const { words, said, date } = fieldsIn(locale);
  return document.observations.map((one) => ({
    id: one.id,
    fields: [
      said("value", valueIn(one, locale)),
      words("label", one.label),
      date("from", one.from),
      date("asOf", one.asOf),
      said("evidence", one.evidence && term("evidence", one.evidence, locale)),
      said("strength", one.strength && term("strength", one.strength, locale)),
      words("source", sourceOf(document, one.sourceId)),
      words("note", one.note),
    ],
  }));
}

function valueIn(one: Observation, locale: Locale): string {
  const t = translator(locale, "reading");
  const { word, value } = formatValue(one, locale);
  return [word && (word === "about" ? t("about") : t("atMost")), value, unitWord(one)].filter(Boolean).join(" ");
}

function organisations(document: Document, locale: Locale): Row[] {
  const { words, said } = fieldsIn(locale);
  return document.organisations.map((one) => ({
    id: one.id,
    fields: [
      words("name", one.name),
      said("sector", one.sector && term("sector", one.sector, locale)),
      said("role", one.role && term("role", one.role, locale)),
      said("sseType", one.sseType && term("sseType", one.sseType, locale)),
      words("legalForm", one.legalForm),
      words("url", one.url),
    ],
  }));
}

function buildingBlocks(document: Document, locale: Locale): Row[] {
  const { words, said } = fieldsIn(locale);
  const transferable = translator(locale, "reading.transferable");
  return document.buildingBlocks.map((one) => ({
    id: one.id,
    fields: [
      words("name", one.name),
      words("what", one.what),
      words("needs", one.needs),
      said("transferable", transferable(one.transferable)),
    ],
  }));
}

function funding(document: Document, locale: Locale): Row[] {
  const { words, said, date } = fieldsIn(locale);
  return document.funding.map((one) => ({
    id: one.id,
    fields: [
      words("name", one.label),
      said("fundingKind", term("fundingKind", one.kind, locale)),
      said("amount", formatMoney(one.amount, one.currency, locale)),
      date("date", one.date),
      words("source", sourceOf(document, one.sourceId)),
    ],
  }));
}

function media(document: Document, locale: Locale): Row[] {
  const { words, said } = fieldsIn(locale);
  const readers = translator(locale, "revisions.readers");
  return document.media.map((one) => ({
    id: one.id,
    fields: [
      words("caption", one.caption),
      words("alt", one.alt),
      words("credit", one.credit),
      words("licence", one.licence),
      said("audience", readers(one.audience)),
    ],
  }));
}

function sources(document: Document, locale: Locale): Row[] {
  const { words, said, date } = fieldsIn(locale);
  return document.sources.map((one) => ({
    id: one.id,
    fields: [
      words("title", one.title),
      words("publisher", one.publisher),
      words("url", one.url),
      date("date", one.date),
      said("language", one.language && languageIn(one.language, locale)),
      date("accessedOn", one.accessedOn),
    ],
  }));
}
