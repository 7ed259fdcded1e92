import { z } from "zod";
import { idInput, line } from "@/lib/text/input";
import { SECTION_AUDIENCES } from "@/lib/write-ups/document";
import { ALT_MAX, CAPTION_MAX, CREDIT_MAX, isLicence, LICENCE_MAX } from "./limits";

const file = { id: idInput, fileId: idInput };

export const WordsInput = z
  .strictObject({
    ...file,
    /** What the entry held when the form was made. */
    seen: z.string().max(80).default(""),
    caption: line(CAPTION_MAX).default(""),
    alt: line(ALT_MAX).default(""),
    credit: line(CREDIT_MAX).default(""),
    /** One of the list, "other", or nothing. */
    licence: z
      .string()
      .default("")
      .refine((value) => value === "" || value === "other" || isLicence(value), { error: "errors.field.invalid" }),
    otherLicence: line(LICENCE_MAX).default(""),
    audience: z.enum(SECTION_AUDIENCES, "errors.field.invalid"),
  })
  .refine(({ licence, otherLicence }) => licence !== "other" || otherLicence !== "", {
    path: ["otherLicence"],
    error: "files.error.otherLicence",
  })
  .transform(({ licence, otherLicence, ...rest }) => ({
    ...rest,
    licence: licence === "other" ? otherLicence : licence,
  }));
export type WordsInput = z.infer<typeof WordsInput>;

export const MoveInput = z.strictObject({ ...file, to: z.enum(["up", "down"]) });
export type MoveInput = z.infer<typeof MoveInput>;

export const RemoveInput = z.strictObject(file);
export type RemoveInput = z.infer<typeof RemoveInput>;
