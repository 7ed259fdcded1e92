import { z } from "zod";
import { line, text } from "@/lib/text/input";
import { PHASES, TRANSFERABLE } from "./document";
import type { TypedSource } from "./entry-sources";
import { parseFigure } from "./figure-input";
import { optionalDate, optionalLine, optionalTerm, optionalUrl } from "./input-parts";
import { CARD_FIGURES_MAX, ENTRIES_MAX } from "./limits";
import { unitOf } from "./units";
import { ACTOR_ROLES, ACTOR_SECTORS } from "./vocabulary";

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
    ...source,
  })
  .transform(({ id, date, phase, what, who, ...from }, context) => {
    if (date === null && !what && !who && !from.sourceTitle && from.sourceUrl === null) return null;
    if (date === null) return missing(context, "date", "writing.error.dateMissing");
    if (!what) return missing(context, "what", "writing.error.whatMissing");
    return { id, date, phase, what, who, source: sourceOf(from) };
  });

export const figureRow = z
  .strictObject({
    id: rowId,
    label: optionalLine,
    value: line(60).default(""),
    unit: line(40).default(""),
    asOf: optionalDate,
    note: optionalLine,
    onCard: z.literal("yes").optional(),
    ...source,
  })
  .transform(({ id, label, value, unit, asOf, note, onCard, ...from }, context) => {
    if (!label && !value && !unit && asOf === null && !note && !from.sourceTitle && from.sourceUrl === null)
      return null;
    if (!label) return missing(context, "label", "writing.error.labelMissing");
    const figure = parseFigure(value);
    if (!figure) return missing(context, "value", "writing.error.figure");
    const { unit: beside, ...number } = figure;
    return {
      id,
      label,
      ...number,
      unit: unitOf(unit) || beside || "",
      asOf,
      note,
      onCard: onCard !== undefined,
      source: sourceOf(from),
    };
  });

export const organisationRow = z
  .strictObject({
    id: rowId,
    name: optionalLine,
    sector: optionalTerm(ACTOR_SECTORS),
    role: optionalTerm(ACTOR_ROLES),
    url: optionalUrl,
  })
  .transform((row, context) => {
    if (row.name) return row;
    const empty = row.sector === null && row.role === null && row.url === null;
    return empty ? null : missing(context, "name", "writing.error.organisationMissing");
  });

export const blockRow = z
  .strictObject({
    id: rowId,
    name: optionalLine,
    needs: text(WHAT_MAX).default(""),
    transferable: z.enum(TRANSFERABLE, "errors.field.invalid").default("not-known"),
  })
  .transform((row, context) => {
    if (row.name) return row;
    return row.needs === "" ? null : missing(context, "name", "writing.error.blockMissing");
  });

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
