import { z } from "zod";
import { COMMENT_MAX } from "@/lib/comments/limits";
import { CONTENT_LANGUAGES } from "@/lib/i18n/locales";
import { idInput, requiredLine, text } from "@/lib/text/input";
import { THEMES } from "@/lib/write-ups/vocabulary";
import { ASK_TEXT_MAX, ASK_TITLE_MAX } from "./limits";

const optional = <T extends z.ZodType<string>>(type: T) =>
  z
    .union([z.literal(""), type], "errors.field.invalid")
    .default("")
    .transform((value) => value || null);

const language = z.enum(Object.keys(CONTENT_LANGUAGES) as [keyof typeof CONTENT_LANGUAGES], "errors.field.invalid");
const words = {
  title: requiredLine(ASK_TITLE_MAX, "asks.error.titleMissing"),
  markdown: text(ASK_TEXT_MAX).default(""),
  language,
};

/** To one city, or to those who know a theme. */
export const PostAsk = z
  .strictObject({
    formKey: idInput,
    city: optional(idInput),
    theme: optional(z.enum(THEMES)),
    writeUp: optional(idInput),
    ...words,
  })
  .refine(({ city, theme }) => (city === null) !== (theme === null), { error: "asks.error.toOne", path: ["form"] });
export type PostAsk = z.infer<typeof PostAsk>;

export const ChangeAsk = z.strictObject({ id: idInput, ...words });
export type ChangeAsk = z.infer<typeof ChangeAsk>;

/** `seen` is what was marked as the answer when the form was made. */
export const SettleAsk = z.strictObject({ id: idInput, comment: idInput, seen: optional(idInput) });
export type SettleAsk = z.infer<typeof SettleAsk>;

export const UnsettleAsk = z.strictObject({ id: idInput, seen: idInput });
export type UnsettleAsk = z.infer<typeof UnsettleAsk>;

export const CloseAsk = z.strictObject({ id: idInput, formKey: idInput, words: text(COMMENT_MAX).default("") });
export type CloseAsk = z.infer<typeof CloseAsk>;

export const OnlyAsk = z.strictObject({ id: idInput });
export type OnlyAsk = z.infer<typeof OnlyAsk>;

export const AttachAsk = z.strictObject({ id: idInput, writeUp: idInput.or(z.literal("")).default("") });
export type AttachAsk = z.infer<typeof AttachAsk>;
