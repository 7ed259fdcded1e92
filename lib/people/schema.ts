import { z } from "zod";
import { THEMES } from "@/db/schema/people";
import { isContentLanguage } from "@/lib/i18n/locales";
import { idInput, line, requiredLine, text } from "@/lib/text/input";
import { isKnownZone } from "@/lib/time/zones";
import { EXPERTISE_MAX, NAME_MAX } from "./limits";
import { parseHour } from "./work-hours";

/** One of the languages that a text may be in. */
export const languageInput = z.string().refine(isContentLanguage, "people.error.language");
export const otherLanguages = z
  .array(z.string())
  .max(20, "people.error.language")
  .default([])
  .refine((list) => list.every(isContentLanguage), "people.error.language");

const hour = line(10)
  .refine((typed) => parseHour(typed) !== null, { error: "people.error.hour", abort: true })
  .transform((typed) => parseHour(typed) ?? 0);

export const ProfileInput = z
  .strictObject({
    name: requiredLine(NAME_MAX, "people.error.nameMissing"),
    language: languageInput,
    others: otherLanguages,
    zone: z.string().max(60).refine(isKnownZone, "people.error.zone"),
    workStart: hour,
    workEnd: hour,
    theme: z.enum(THEMES, "errors.field.invalid"),
    expertise: text(EXPERTISE_MAX).default(""),
  })
  .refine((profile) => profile.workStart < profile.workEnd, { error: "people.error.hours", path: ["workEnd"] });

/** The last day away, as it was typed; empty for whoever is back. */
export const AwayInput = z.strictObject({ awayUntil: line(60).default("") });
export type AwayInput = z.infer<typeof AwayInput>;

export const EndSignInInput = z.strictObject({ id: idInput });
export const NoInput = z.strictObject({});
/** Where signing out leads to: a path of ours. */
export const SignOutInput = z.strictObject({ to: z.string().max(300).optional() });

export type ProfileInput = z.infer<typeof ProfileInput>;
