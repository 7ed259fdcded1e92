import { z } from "zod";
import { isContentLanguage } from "@/lib/i18n/locales";
import { CASE_SECTIONS, PRACTICE_SECTIONS } from "@/lib/write-ups/document";
import { type Anchor, AROUND, QUOTE_MAX } from "./anchor";

const SECTIONS: readonly string[] = [...PRACTICE_SECTIONS, ...CASE_SECTIONS];

/** A browser counts blanks that we do not: room for them. */
const words = (max: number) =>
  z
    .string()
    .max(max * 2)
    .refine((value) => value.isWellFormed() && !value.includes("\0"));

const Given = z.strictObject({
  section: z.string().refine((key) => SECTIONS.includes(key)),
  language: z.string().refine(isContentLanguage),
  quote: words(QUOTE_MAX).refine((value) => value.trim() !== ""),
  before: words(AROUND),
  after: words(AROUND),
  start: z.int().min(0).max(1_000_000),
  /** The form said that only the city will read it, so it stays there. */
  inside: z.boolean().optional(),
});

/** A passage as a browser names it: it is looked for before anything is made of it. */
export type GivenPassage = Anchor & { inside?: boolean };

/** The passage that a form for a comment carries in one hidden field, as JSON; an empty field means the whole. */
export const PassageInput = z.string().transform((value, context): GivenPassage | null => {
  if (value === "") return null;
  const given = Given.safeParse(parsed(value));
  if (given.success) return given.data;
  context.addIssue({ code: "custom", message: "passages.error.changed" });
  return z.NEVER;
});
export type PassageInput = z.infer<typeof PassageInput>;

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
