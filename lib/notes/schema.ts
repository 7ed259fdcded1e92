import { z } from "zod";
import { isContentLanguage } from "@/lib/i18n/locales";
import { idInput } from "@/lib/text/input";
import { NOTE_KINDS, NOTE_MAX } from "./limits";

/** Words as they are typed: the blank at the end too, since the next word follows it. */
const typed = z
  .string({ error: "errors.field.required" })
  .transform((value) =>
    value
      .toWellFormed()
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL cannot hold NUL, and nobody types the others
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
      .normalize("NFC"),
  )
  .refine((value) => value.length <= NOTE_MAX, { error: "notes.error.tooLong", params: { max: NOTE_MAX } });

const noStep = z.literal("").transform(() => null);

const shared = {
  /** Made by whoever sends it: the same note sent twice is one. */
  id: idInput,
  session: idInput,
  step: z.union([noStep, z.null(), idInput], { error: "errors.field.invalid" }).default(null),
  kind: z.enum(NOTE_KINDS, { error: "errors.field.invalid" }).default("note"),
  language: z.string().refine(isContentLanguage, { error: "errors.field.invalid" }),
  /** Another id, for the words if they do not go together with somebody else's. */
  aside: idInput,
  /** What the words were made from; empty for a new note. */
  base: typed.default(""),
};

export const KeepNote = z.strictObject({
  ...shared,
  body: typed,
  /** What was sent before without an answer: nobody knows whether it arrived. */
  maybe: typed.nullable().optional(),
});
export type KeepNoteInput = z.infer<typeof KeepNote>;

export const WriteNote = z.strictObject({
  ...shared,
  body: typed.refine((value) => value.trim() !== "", { error: "notes.error.empty" }),
  /** Where the form stood. */
  from: z.enum(["session", "notes"]).default("notes"),
});

export const RemoveNote = z.strictObject({ id: idInput, session: idInput });
export type RemoveNoteInput = z.infer<typeof RemoveNote>;
