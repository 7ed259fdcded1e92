import { z } from "zod";
import { isContentLanguage } from "@/lib/i18n/locales";
import { line, text } from "@/lib/text/input";
import { comparePartialDates } from "@/lib/time/partial-date";
import { DECISION_LEVELS, EVIDENCE, FUNDING_KINDS, PHASES, STRENGTHS, TRANSFERABLE } from "./document";
import type { TypedSource } from "./entry-sources";
import { parseFigure } from "./figure-input";
import { optionalDate, optionalLine, optionalTerm, optionalUrl } from "./input-parts";
import { CARD_FIGURES_MAX, ENTRIES_MAX } from "./limits";
import { parseMoney } from "./money-input";
import { unitOf } from "./units";
import { ACTOR_ROLES, ACTOR_SECTORS, SSE_TYPES } from "./vocabulary";

const WHAT_MAX = 600;

/** The entry that the row shows; empty for a new one. */
const rowId = z.string().max(80).default("");
const source = { sourceTitle: optionalLine, sourceUrl: optionalUrl };

/** Rows in which nothing was typed are left out: that is how an entry is removed. */
export function rowsOf<S extends z.ZodType>(row: S) {
  return z
    .array(row)
    .max(ENTRIES_MAX, "writing.error.rows")
    .default([])
    .transform((rows, context) => {
      const kept = rows.filter((one) => one !== null);
      const third = overCard(rows);
      if (third >= 0)
        context.addIssue({
          code: "custom",
          path: [third, "onCard"],
          message: "writing.error.cardFigures",
          params: { max: CARD_FIGURES_MAX },
        });
      return kept as NonNullable<z.infer<S>>[];
    });
}

export const timelineRow = z
  .strictObject({
    id: rowId,
    date: optionalDate,
    phase: z.enum(PHASES, "errors.field.invalid"),
    what: text(WHAT_MAX).default(""),
    who: optionalLine,
    decisionLevel: optionalTerm(DECISION_LEVELS),
    effect: text(WHAT_MAX).default(""),
    ...source,
  })
  .transform(({ id, date, phase, what, who, decisionLevel, effect, ...from }, context) => {
    if (isEmpty(date, what, who, decisionLevel, effect, from.sourceTitle, from.sourceUrl)) return null;
    if (date === null) return missing(context, "date", "writing.error.dateMissing");
    if (!what) return missing(context, "what", "writing.error.whatMissing");
    return { id, date, phase, what, who, decisionLevel, effect, source: sourceOf(from) };
  });

export const figureRow = z
  .strictObject({
    id: rowId,
    label: optionalLine,
    value: line(60).default(""),
    unit: line(40).default(""),
    asOf: optionalDate,
    from: optionalDate,
    evidence: optionalTerm(EVIDENCE),
    strength: optionalTerm(STRENGTHS),
    note: optionalLine,
    onCard: z.literal("yes").optional(),
    ...source,
  })
  .transform(({ id, label, value, unit, asOf, from, evidence, strength, note, onCard, ...typed }, context) => {
    if (isEmpty(label, value, unit, asOf, from, evidence, strength, note, typed.sourceTitle, typed.sourceUrl))
      return null;
    if (!label) return missing(context, "label", "writing.error.labelMissing");
    const figure = parseFigure(value);
    if (!figure) return missing(context, "value", "writing.error.figure");
    if (from !== null && asOf !== null && isAfter(from, asOf))
      return missing(context, "from", "writing.error.fromAfter");
    const { unit: beside, ...number } = figure;
    return {
      id,
      label,
      ...number,
      unit: unitOf(unit) || beside || "",
      asOf,
      from,
      evidence,
      strength,
      note,
      onCard: onCard !== undefined,
      source: sourceOf(typed),
    };
  });

export const organisationRow = z
  .strictObject({
    id: rowId,
    name: optionalLine,
    sector: optionalTerm(ACTOR_SECTORS),
    role: optionalTerm(ACTOR_ROLES),
    sseType: optionalTerm(SSE_TYPES),
    legalForm: optionalLine,
    url: optionalUrl,
  })
  .transform((row, context) => {
    if (row.name) return row;
    const { sector, role, sseType, legalForm, url } = row;
    return isEmpty(sector, role, sseType, legalForm, url)
      ? null
      : missing(context, "name", "writing.error.organisationMissing");
  });

export const blockRow = z
  .strictObject({
    id: rowId,
    name: optionalLine,
    what: text(WHAT_MAX).default(""),
    needs: text(WHAT_MAX).default(""),
    transferable: z.enum(TRANSFERABLE, "errors.field.invalid").default("not-known"),
  })
  .transform((row, context) => {
    if (row.name) return row;
    return isEmpty(row.what, row.needs) ? null : missing(context, "name", "writing.error.blockMissing");
  });

export const fundingRow = z
  .strictObject({
    id: rowId,
    kind: z.enum(FUNDING_KINDS, "errors.field.invalid").default("own-budget"),
    label: optionalLine,
    amount: line(60).default(""),
    date: optionalDate,
    ...source,
  })
  .transform(({ id, kind, label, amount: typed, date, ...from }, context) => {
    if (isEmpty(label, typed, date, from.sourceTitle, from.sourceUrl)) return null;
    if (!label && !typed) return missing(context, "label", "writing.error.fundingMissing");
    const money = typed === "" ? { amount: null, currency: null } : parseMoney(typed);
    if (!money) return missing(context, "amount", "writing.error.money");
    return { id, kind, label, ...money, date, source: sourceOf(from) };
  });

export const sourceRow = z
  .strictObject({
    id: rowId,
    title: optionalLine,
    url: optionalUrl,
    publisher: optionalLine,
    date: optionalDate,
    language: z
      .string()
      .default("")
      .refine((value) => value === "" || isContentLanguage(value), { error: "errors.field.invalid" }),
    accessedOn: optionalDate,
  })
  .transform(({ publisher, language, ...row }, context) => {
    if (isEmpty(row.title, row.url, publisher, row.date, language, row.accessedOn)) return null;
    if (!row.title) return missing(context, "title", "writing.error.sourceMissing");
    return { ...row, publisher: publisher || null, language: language || null };
  });

function isEmpty(...typed: (string | null)[]): boolean {
  return typed.every((one) => one === null || one === "");
}

/** Only as far as both are known: May 2020 is not after 2020. */
export function isAfter(a: string, b: string): boolean {
  const known = Math.min(a.length, b.length);
  return comparePartialDates(a.slice(0, known), b.slice(0, known)) > 0;
}

function missing(context: z.RefinementCtx, field: string, message: string) {
  context.addIssue({ code: "custom", path: [field], message });
  return z.NEVER;
}

function sourceOf({
  sourceTitle: title,
  sourceUrl: url,
}: {
  sourceTitle: string;
  sourceUrl: string | null;
}): TypedSource | null {
  return title || url !== null ? { title, url } : null;
}

/** The place of the first figure that is too many for the card, or −1. */
function overCard(rows: unknown[]): number {
  const wanted = rows.flatMap((row, index) =>
    typeof row === "object" && row !== null && "onCard" in row && row.onCard === true ? [index] : [],
  );
  return wanted[CARD_FIGURES_MAX] ?? -1;
}
