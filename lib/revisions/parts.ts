import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { type Document, type Kind, SECTIONS } from "@/lib/write-ups/document";
import { term } from "@/lib/write-ups/terms";
import { ROW_PARTS } from "./row-parts";

/** One thing that is said, as words: what differs between two states is found on these. */
export interface Field {
  key: string;
  /** What it is called; null when the part's title says it. */
  name: string | null;
  text: string;
  /** Which language its words are in: the text's, or the interface's for a date or a term. */
  own: boolean;
  /** Written in Markdown. */
  markdown?: true;
}

/** One entry, such as one date of the timeline. Its id is the same in every state and language. */
export interface Row {
  id: string;
  fields: Field[];
}

export interface Part {
  key: string;
  title: string;
  rows: Row[];
}

/** A document as parts, rows and fields of plain words, in the order in which it is read. What is empty is left out. */
export function partsOf(kind: Kind, document: Document, locale: Locale): Part[] {
  const t = translator(locale, "revisions");
  const all: Part[] = [
    { key: "title", title: t("part.title"), rows: [{ id: "title", fields: titleFields(document, locale) }] },
    ...sectionParts(kind, document, locale),
    ...ROW_PARTS.map(({ key, rows }) => ({ key, title: t(`part.${key}`), rows: rows(document, locale) })),
    { key: "tags", title: t("part.tags"), rows: [{ id: "tags", fields: tagFields(document, locale) }] },
  ];
  return all
    .map((part) => ({
      ...part,
      rows: part.rows.map(withoutEmpty).filter(({ fields }) => fields.length > 0),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function withoutEmpty({ id, fields }: Row): Row {
  return { id, fields: fields.filter(({ text }) => text !== "") };
}

function titleFields(document: Document, locale: Locale): Field[] {
  const t = translator(locale, "revisions.field");
  const date = (key: "startedOn" | "endedOn" | "beganOn" | "firstActionOn"): Field => {
    const value = document[key];
    return { key, name: t(key), text: value ? formatPartialDate(value, locale) : "", own: false };
  };
  const { contact } = document;
  return [
    { key: "title", name: t("title"), text: document.title, own: true },
    { key: "card", name: t("card"), text: document.card, own: true },
    date("startedOn"),
    date("endedOn"),
    date("beganOn"),
    date("firstActionOn"),
    { key: "contact", name: t("contact"), text: [contact?.name, contact?.email].filter(Boolean).join(", "), own: true },
  ];
}

function sectionParts(kind: Kind, document: Document, locale: Locale): Part[] {
  const t = translator(locale, "revisions.field");
  const names = translator(locale, "reading.sections");
  const reasons = translator(locale, "reading.empty");
  const audiences = translator(locale, "revisions.readers");
  return SECTIONS[kind].flatMap((key) => {
    const section = document.sections.find((one) => one.key === key);
    if (!section) return [];
    const { markdown, empty, audience } = section;
    const why = empty ? reasons(empty.why, { by: empty.by ? formatPartialDate(empty.by, locale) : "none" }) : "";
    const said = markdown !== "" || why !== "";
    const fields: Field[] = [
      { key: "text", name: null, text: markdown, own: true, markdown: true },
      { key: "empty", name: t("empty"), text: markdown === "" ? why : "", own: false },
      { key: "audience", name: t("audience"), text: said ? audiences(audience) : "", own: false },
    ];
    return [{ key, title: names(key), rows: [{ id: key, fields }] }];
  });
}

function tagFields(document: Document, locale: Locale): Field[] {
  const t = translator(locale, "revisions.field");
  const list = (group: string, values: readonly (string | number)[]) =>
    values.map((value) => term(group, String(value), locale)).join(", ");
  const field = (
    key: "policyAreas" | "themes" | "targetGroups" | "sdgs" | "maturity" | "scale",
    text: string,
  ): Field => ({
    key,
    name: t(key),
    text,
    own: false,
  });
  return [
    field("policyAreas", list("policyArea", document.policyAreas)),
    field("themes", list("theme", document.themes)),
    field("targetGroups", list("targetGroup", document.targetGroups)),
    field("sdgs", list("sdg", document.sdgs)),
    field("maturity", list("maturity", document.maturity ? [document.maturity] : [])),
    field("scale", list("scale", document.scale ? [document.scale] : [])),
    {
      key: "participation",
      name: t("participation"),
      text: document.participation ? term("participation", document.participation, locale) : "",
      own: false,
    },
  ];
}
