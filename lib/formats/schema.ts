import { z } from "zod";
import { CONTENT_LANGUAGES } from "@/lib/i18n/locales";
import { AGENDA_MAX, MINUTES_MAX, MINUTES_MIN, OUTPUTS } from "@/lib/sessions/limits";
import { idInput, line, requiredLine } from "@/lib/text/input";
import { FORMAT_NAME_MAX, LEAD_MAX, STEP_TITLE_MAX } from "./limits";

/** One step as typed. Nothing is asked of a row in which nothing was written: it falls away. */
export const stepRow = {
  id: z.union([z.literal(""), idInput]).default(""),
  title: line(STEP_TITLE_MAX).default(""),
  minutes: line(12).default(""),
  lead: line(LEAD_MAX).default(""),
  output: z.union([z.literal(""), z.enum(OUTPUTS)]).default(""),
};
export type StepRow = z.infer<z.ZodObject<typeof stepRow>>;

/** Rows that hold nothing stay in the list, so that each error finds its row again: see `filledRows`. */
export function stepRows<R extends z.ZodType<StepRow>>(row: R) {
  return z
    .array(row)
    .max(AGENDA_MAX * 2, { error: "agenda.error.tooMany" })
    .default([])
    .superRefine((rows, context) => {
      let filled = 0;
      rows.forEach((one, index) => {
        if (isEmpty(one)) return;
        filled += 1;
        if (one.title === "") context.addIssue(wrong([index, "title"], "agenda.error.titleMissing"));
        if (!isMinutes(one.minutes))
          context.addIssue(wrong([index, "minutes"], "agenda.error.minutes", { max: MINUTES_MAX }));
      });
      if (filled > AGENDA_MAX) context.addIssue(wrong([], "agenda.error.tooMany", { max: AGENDA_MAX }));
    });
}

/** The rows in which something was written, with their places in the form. */
export function filledRows<R extends StepRow>(rows: readonly R[]): (R & { row: number; length: number })[] {
  return rows.flatMap((one, row) => (isEmpty(one) ? [] : [{ ...one, row, length: Number(one.minutes) }]));
}

const formatFields = {
  name: requiredLine(FORMAT_NAME_MAX, "formats.error.nameMissing"),
  language: z.enum(Object.keys(CONTENT_LANGUAGES) as [keyof typeof CONTENT_LANGUAGES]).default("en"),
  rows: stepRows(z.strictObject(stepRow)).superRefine((rows, context) => {
    const filled = filledRows(rows);
    const sum = filled.reduce((all, { length }) => all + length, 0);
    if (filled.length === 0) context.addIssue(wrong([], "formats.error.stepsMissing"));
    else if (sum < MINUTES_MIN || sum > MINUTES_MAX)
      context.addIssue(wrong([], "formats.error.sum", { sum, min: MINUTES_MIN, max: MINUTES_MAX }));
  }),
};

export const MakeFormatInput = z.strictObject({ formKey: idInput, cohortId: idInput, ...formatFields });
export type MakeFormatInput = z.infer<typeof MakeFormatInput>;

export const EditFormatInput = z.strictObject({ id: idInput, seen: line(40), ...formatFields });
export type EditFormatInput = z.infer<typeof EditFormatInput>;

export const ArchiveFormatInput = z.strictObject({ id: idInput });
export type ArchiveFormatInput = z.infer<typeof ArchiveFormatInput>;

function isEmpty({ title, minutes, lead }: StepRow): boolean {
  return title === "" && minutes === "" && lead === "";
}

function isMinutes(text: string): boolean {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= MINUTES_MAX;
}

function wrong(path: (string | number)[], message: string, params: Record<string, number> = {}) {
  return { code: "custom" as const, path, message, params };
}
