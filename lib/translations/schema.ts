import { z } from "zod";
import { isContentLanguage } from "@/lib/i18n/locales";
import { idInput, text } from "@/lib/text/input";
import { SECTION_MAX } from "@/lib/write-ups/limits";
import { WORDS_MAX } from "./limits";
import { keyOf } from "./words";

const translation = {
  id: idInput,
  language: z.string().refine(isContentLanguage, { error: "errors.field.invalid" }),
};

export const TranslateInput = z.strictObject({
  ...translation,
  part: z.string().max(40),
  /** Marks of the original's words and of the translation's, as the form was made from them. */
  of: z.string().max(40),
  seen: z.string().max(40),
  /** What was typed, by place. */
  words: z
    .record(z.string().max(120), text(SECTION_MAX))
    .refine((words) => Object.keys(words).length <= WORDS_MAX, { error: "errors.field.invalid" })
    .default({})
    .transform((words) => new Map(Object.entries(words).map(([name, typed]) => [keyOf(name), typed]))),
  /** What the form shows of somebody else's translation. It is kept with what was typed, and is no answer. */
  theirs: z.record(z.string().max(120), z.string().max(SECTION_MAX)).optional(),
  /** Which button sent it. Each of them saves first. */
  button: z.enum(["", "still-correct", "machine"]).default(""),
});
export type TranslateInput = z.infer<typeof TranslateInput>;

export const FillInput = z.strictObject({
  ...translation,
  /** One part, or all of them. */
  part: z.string().max(40).default(""),
});
export type FillInput = z.infer<typeof FillInput>;
