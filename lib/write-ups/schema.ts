import { z } from "zod";
import { isContentLanguage } from "@/lib/i18n/locales";
import { emailInput, idInput, line, requiredLine, requiredText, text } from "@/lib/text/input";
import { EMPTY_REASONS, KINDS, SECTION_AUDIENCES } from "./document";
import { optionalDate, optionalTerm, someTerms } from "./input-parts";
import { CARD_MAX, LINE_MAX, QUICK_LINE_MAX, SECTION_MAX, TITLE_MAX } from "./limits";
import {
  blockRow,
  figureRow,
  fundingRow,
  isAfter,
  organisationRow,
  rowsOf,
  sourceRow,
  timelineRow,
} from "./row-schema";
import {
  CRISIS_TYPE_LIST,
  MATURITY,
  PARTICIPATION,
  POLICY_AREAS,
  POLICY_AREAS_MAX,
  SCALES,
  SDG_COUNT,
  SDGS_MAX,
  TARGET_GROUPS,
  TARGET_GROUPS_MAX,
  THEMES,
  THEMES_MAX,
} from "./vocabulary";

const title = requiredLine(TITLE_MAX, "writing.error.titleMissing");
const card = line(CARD_MAX).default("");

/** A crisis that is there ("covid-19", an id), or a new one of a type ("new:flood"). */
const crisis = z
  .string()
  .default("")
  .refine((value) => value === "" || /^[a-z0-9-]{1,40}$/.test(value) || newCrisisType(value) !== null, {
    error: "errors.field.invalid",
  });

export function newCrisisType(value: string) {
  return CRISIS_TYPE_LIST.find((type) => value === `new:${type}`) ?? null;
}

export const StartInput = z
  .strictObject({
    formKey: idInput,
    workspaceId: idInput,
    kind: z.enum(KINDS),
    title,
    card,
    language: z.string().refine(isContentLanguage, { error: "errors.field.invalid" }),
    crisis,
  })
  .refine(({ kind, crisis }) => kind === "practice" || crisis !== "", {
    path: ["crisis"],
    error: "writing.error.crisisMissing",
  });
export type StartInput = z.infer<typeof StartInput>;

/** All of a large write-up, packed. */
const BASE_MAX = 1_500_000;

const quickLine = (key: string) => requiredText(QUICK_LINE_MAX, key);

/** A case in the middle of a crisis: three lines. What is needed may stay open. */
export const QuickNoteInput = z.strictObject({
  formKey: idInput,
  workspaceId: idInput,
  title,
  crisis: crisis.refine((value) => value !== "", { error: "writing.error.crisisMissing" }),
  happens: quickLine("writing.error.happensMissing"),
  doing: quickLine("writing.error.doingMissing"),
  need: text(QUICK_LINE_MAX).default(""),
  language: z.string().refine(isContentLanguage, { error: "errors.field.invalid" }),
});
export type QuickNoteInput = z.infer<typeof QuickNoteInput>;

export const AuthorInput = z.strictObject({ id: idInput, personId: idInput });
export type AuthorInput = z.infer<typeof AuthorInput>;

export const DeleteDraftInput = z.strictObject({ id: idInput });
export type DeleteDraftInput = z.infer<typeof DeleteDraftInput>;

/** What every task sends: which write-up, and the state that the form was made from. */
const task = {
  id: idInput,
  version: z
    .string()
    .regex(/^\d{1,9}$/, "errors.field.invalid")
    .transform(Number),
  /** What the task held then, as a fingerprint: a change elsewhere in the write-up is no conflict. */
  seen: z.string().max(80).default(""),
  /** What it held, sealed, so that two changes of it can be put together. */
  base: z.string().max(BASE_MAX).optional(),
  /** "Add another": save, and come back with one more empty row. */
  more: z.enum(["", "yes"]).default(""),
  /** What the form shows of somebody else's change. It is kept with what was typed, and is no answer. */
  theirs: z.string().max(BASE_MAX).optional(),
  clashes: z.string().max(BASE_MAX).optional(),
  changedBy: z.string().max(LINE_MAX).optional(),
};
export type TaskInput = z.infer<z.ZodObject<typeof task>>;

/** A section of text: words, or why there are none. Words count when both are sent. */
const section = {
  markdown: text(SECTION_MAX).default(""),
  why: z
    .enum(["", ...EMPTY_REASONS], "errors.field.invalid")
    .default("")
    .transform((why) => why || null),
  by: optionalDate,
};
const follows = {
  check: ({ markdown, why, by }: { markdown: string; why: string | null; by: string | null }) =>
    markdown !== "" || why !== "will-follow" || by !== null,
  problem: { path: ["by"], error: "writing.error.byMissing" },
};

export const TitleInput = z
  .strictObject({
    ...task,
    title,
    card,
    crisis,
    startedOn: optionalDate,
    endedOn: optionalDate,
    beganOn: optionalDate,
    firstActionOn: optionalDate,
  })
  .refine(({ startedOn, endedOn }) => startedOn === null || endedOn === null || !isAfter(startedOn, endedOn), {
    path: ["endedOn"],
    error: "writing.error.endedBefore",
  });
export const TimelineInput = z.strictObject({ ...task, rows: rowsOf(timelineRow) });
export const FiguresInput = z.strictObject({ ...task, rows: rowsOf(figureRow) });
export const OrganisationsInput = z
  .strictObject({ ...task, ...section, rows: rowsOf(organisationRow) })
  .refine(follows.check, follows.problem);
export const ConditionsInput = z
  .strictObject({ ...task, ...section, rows: rowsOf(blockRow) })
  .refine(follows.check, follows.problem);
export const FundingInput = z.strictObject({ ...task, rows: rowsOf(fundingRow) });
export const SourcesInput = z.strictObject({ ...task, rows: rowsOf(sourceRow) });
export const ContactInput = z.strictObject({
  ...task,
  name: line(LINE_MAX).default(""),
  email: z.union([z.literal("").transform(() => null), emailInput], "errors.field.email").default(null),
  nobodyRecognisable: z
    .literal("yes", "errors.field.invalid")
    .optional()
    .transform((ticked) => ticked !== undefined),
});
export const SectionInput = z
  .strictObject({
    ...task,
    ...section,
    section: z.string().max(40),
    /** Sent only where somebody may choose who reads it. */
    audience: z.enum(SECTION_AUDIENCES, "errors.field.invalid").optional(),
  })
  .refine(follows.check, follows.problem);

const SDGS = Array.from({ length: SDG_COUNT }, (_, index) => String(index + 1));

export const TagsInput = z.strictObject({
  ...task,
  policyAreas: z
    .array(optionalTerm(POLICY_AREAS))
    .max(POLICY_AREAS_MAX, "errors.field.invalid")
    .default([])
    .transform((terms) => [...new Set(terms.filter((term) => term !== null))]),
  themes: someTerms(THEMES, THEMES_MAX, "writing.error.tooMany"),
  targetGroups: someTerms(TARGET_GROUPS, TARGET_GROUPS_MAX, "writing.error.tooMany"),
  sdgs: someTerms(SDGS, SDGS_MAX, "writing.error.tooMany").transform((numbers) => numbers.map(Number)),
  maturity: optionalTerm(MATURITY),
  scale: optionalTerm(SCALES),
  participation: optionalTerm(PARTICIPATION),
});

export type FundingInput = z.infer<typeof FundingInput>;
export type SourcesInput = z.infer<typeof SourcesInput>;
export type ContactInput = z.infer<typeof ContactInput>;
export type TitleInput = z.infer<typeof TitleInput>;
export type TimelineInput = z.infer<typeof TimelineInput>;
export type FiguresInput = z.infer<typeof FiguresInput>;
export type OrganisationsInput = z.infer<typeof OrganisationsInput>;
export type ConditionsInput = z.infer<typeof ConditionsInput>;
export type SectionInput = z.infer<typeof SectionInput>;
export type TagsInput = z.infer<typeof TagsInput>;
export type SectionWords = Pick<SectionInput, "markdown" | "why" | "by">;
