import { z } from "zod";
import { CONTENT_LANGUAGES } from "@/lib/i18n/locales";
import { idInput, requiredLine } from "@/lib/text/input";
import { QUESTION_MAX } from "./limits";

export const AskInput = z.strictObject({
  id: idInput,
  formKey: idInput,
  question: requiredLine(QUESTION_MAX, "questions.error.empty"),
  language: z.enum(Object.keys(CONTENT_LANGUAGES) as [keyof typeof CONTENT_LANGUAGES]).default("en"),
});
export type AskInput = z.infer<typeof AskInput>;

export const VoteInput = z.strictObject({ question: idInput, vote: z.enum(["yes", "no"]) });
export type VoteInput = z.infer<typeof VoteInput>;

export const AnsweredInput = z.strictObject({ question: idInput, answered: z.enum(["yes", "no"]) });
export type AnsweredInput = z.infer<typeof AnsweredInput>;

export const RemoveInput = z.strictObject({ question: idInput });
export type RemoveInput = z.infer<typeof RemoveInput>;
