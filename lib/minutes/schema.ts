import { z } from "zod";
import { AMENDMENT_MAX, SUMMARY_MAX } from "@/lib/notes/limits";
import { idInput, requiredText, text } from "@/lib/text/input";

/** `base` is the text that the form was made from, in `version`; both are needed to put two changes together. */
export const SummaryInput = z.strictObject({
  id: idInput,
  version: z
    .string()
    .regex(/^\d{1,9}$/, "errors.field.invalid")
    .transform(Number),
  base: text(SUMMARY_MAX).default(""),
  markdown: text(SUMMARY_MAX).default(""),
});
export type SummaryInput = z.infer<typeof SummaryInput>;

export const LockInput = z.strictObject({ id: idInput });
export type LockInput = z.infer<typeof LockInput>;

export const AmendInput = z.strictObject({
  id: idInput,
  formKey: idInput,
  amendment: requiredText(AMENDMENT_MAX, "minutes.error.amendment"),
});
export type AmendInput = z.infer<typeof AmendInput>;
