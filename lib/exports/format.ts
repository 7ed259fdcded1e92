import { z } from "zod";
import { isContentLanguage } from "@/lib/i18n/locales";
import { emailInput, line, requiredLine, requiredText, text } from "@/lib/text/input";
import { isPartialDate } from "@/lib/time/partial-date";
import {
  CASE_SECTIONS,
  DECISION_LEVELS,
  EMPTY_REASONS,
  EVIDENCE,
  FUNDING_KINDS,
  KINDS,
  PHASES,
  PRACTICE_SECTIONS,
  SECTION_AUDIENCES,
  STRENGTHS,
  TRANSFERABLE,
  VALUE_KINDS,
} from "@/lib/write-ups/document";
import { AUDIENCES, CARD_MAX, ENTRIES_MAX, LINE_MAX, READINGS, SECTION_MAX, TITLE_MAX } from "@/lib/write-ups/limits";
import {
  ACTOR_ROLES,
  ACTOR_SECTORS,
  CRISIS_TYPE_LIST,
  HAZARDS,
  MATURITY,
  PARTICIPATION,
  POLICY_AREAS,
  POLICY_AREAS_MAX,
  SCALES,
  SDG_COUNT,
  SDGS_MAX,
  SSE_TYPES,
  TARGET_GROUPS,
  TARGET_GROUPS_MAX,
  THEMES,
  THEMES_MAX,
} from "@/lib/write-ups/vocabulary";

/**
 * Write-ups as other software reads them, and as they come back. docs/write-up.schema.json is printed from here. What
 * is not known is null or empty, never left out, so that two files of the same text are equal.
 */
export const FORMAT = "stafeta.write-ups";
export const FORMAT_VERSION = 1;

const WHAT_MAX = 600;
const URL_MAX = 1000;

const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "imports.error.date")
  .refine(isPartialDate, { error: "imports.error.date" });
const date = partialDate.nullable().default(null);
const entryId = z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/, "errors.field.invalid");
const reference = entryId.nullable().default(null);
const shortLine = line(LINE_MAX).default("");
const webAddress = z
  .string()
  .max(URL_MAX)
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && !/\s/.test(value), {
    error: "writing.error.url",
  });
const url = webAddress.nullable().default(null);
const language = z.string().refine((value): boolean => isContentLanguage(value), { error: "imports.error.language" });
const audience = z.enum(SECTION_AUDIENCES);

const term = <T extends string>(terms: readonly [T, ...T[]]) => z.enum(terms).nullable().default(null);
const terms = <T extends string>(list: readonly [T, ...T[]], max: number) =>
  z.array(z.enum(list)).max(max, { error: "writing.error.tooMany" }).default([]);
const entries = <S extends z.ZodType>(entry: S) => z.array(entry).max(ENTRIES_MAX, "writing.error.rows").default([]);

const section = z.strictObject({
  key: z.enum([...new Set([...PRACTICE_SECTIONS, ...CASE_SECTIONS])]),
  audience,
  markdown: text(SECTION_MAX).default(""),
  empty: z
    .strictObject({ why: z.enum(EMPTY_REASONS), by: date })
    .nullable()
    .default(null),
});

const source = z.strictObject({
  id: entryId,
  title: requiredLine(LINE_MAX),
  url,
  publisher: line(LINE_MAX).nullable().default(null),
  date,
  language: z.string().max(35).nullable().default(null),
  accessedOn: date,
});

const observation = z.strictObject({
  id: entryId,
  label: requiredLine(LINE_MAX),
  valueKind: z.enum(VALUE_KINDS),
  value: z.number(),
  valueTo: z.number().nullable().default(null),
  unit: line(40).default(""),
  asOf: date,
  from: date,
  evidence: term(EVIDENCE),
  strength: term(STRENGTHS),
  sourceId: reference,
  note: shortLine,
  onCard: z.boolean().default(false),
  measures: line(LINE_MAX).nullable().default(null),
});

const timelineEntry = z.strictObject({
  id: entryId,
  date: partialDate,
  phase: z.enum(PHASES),
  what: requiredText(WHAT_MAX),
  who: shortLine,
  decisionLevel: term(DECISION_LEVELS),
  effect: text(WHAT_MAX).default(""),
  sourceId: reference,
});

const organisation = z.strictObject({
  id: entryId,
  name: requiredLine(LINE_MAX),
  sector: term(ACTOR_SECTORS),
  role: term(ACTOR_ROLES),
  sseType: term(SSE_TYPES),
  legalForm: shortLine,
  url,
});

const buildingBlock = z.strictObject({
  id: entryId,
  name: requiredLine(LINE_MAX),
  what: text(WHAT_MAX).default(""),
  needs: text(WHAT_MAX).default(""),
  transferable: z.enum(TRANSFERABLE).default("not-known"),
});

const funding = z.strictObject({
  id: entryId,
  kind: z.enum(FUNDING_KINDS),
  label: shortLine,
  amount: z.int().nullable().default(null),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .default(null),
  date,
  sourceId: reference,
});

const media = z.strictObject({
  id: entryId,
  /** Names one of the file's `files`; `url` is where it lies, for whoever may read the text. */
  fileId: entryId,
  url: z.string().max(URL_MAX),
  kind: z.enum(["picture", "document"]),
  caption: shortLine,
  alt: text(WHAT_MAX).default(""),
  credit: shortLine,
  licence: shortLine,
  width: z.int().min(1).nullable().default(null),
  height: z.int().min(1).nullable().default(null),
  size: z.int().min(0),
  audience,
});

export const portableDocument = z.strictObject({
  title: requiredLine(TITLE_MAX, "writing.error.titleMissing"),
  card: line(CARD_MAX).default(""),
  startedOn: date,
  endedOn: date,
  beganOn: date,
  firstActionOn: date,
  sections: z.array(section).max(40).default([]),
  timeline: entries(timelineEntry),
  observations: entries(observation),
  sources: z.array(source).max(300, "writing.error.rows").default([]),
  organisations: entries(organisation),
  buildingBlocks: entries(buildingBlock),
  funding: entries(funding),
  media: entries(media),
  contact: z
    .strictObject({ name: shortLine, email: emailInput.nullable().default(null) })
    .nullable()
    .default(null),
  policyAreas: terms(POLICY_AREAS, POLICY_AREAS_MAX),
  themes: terms(THEMES, THEMES_MAX),
  targetGroups: terms(TARGET_GROUPS, TARGET_GROUPS_MAX),
  sdgs: z.array(z.int().min(1).max(SDG_COUNT)).max(SDGS_MAX).default([]),
  maturity: term(MATURITY),
  scale: term(SCALES),
  participation: term(PARTICIPATION),
  nobodyRecognisable: z.boolean().default(false),
});
export type PortableDocument = z.infer<typeof portableDocument>;

const portableText = z.strictObject({
  language,
  /** For a translation: changes of the original since. */
  behind: z.int().min(0).max(1_000_000).default(0),
  /** Which service translated it, until a person has read it over. */
  machine: z.string().max(80).nullable().default(null),
  document: portableDocument,
});

/** What an import takes; the rest tells where a text comes from. */
const content = {
  kind: z.enum(KINDS),
  /** The language it was written in; the first of its texts. */
  language,
  crisis: z
    .strictObject({
      id: z.string().regex(/^[a-z0-9-]{1,40}$/, "errors.field.invalid"),
      type: z.enum(CRISIS_TYPE_LIST as [string, ...string[]]),
      hazard: z.enum(HAZARDS),
    })
    .nullable()
    .default(null),
  quickNote: z.boolean().default(false),
  texts: z.array(portableText).min(1, "errors.field.required").max(20),
};

const instant = z.iso.datetime({ offset: true });

/** Only told: an import leaves it where it came from. */
const origin = {
  id: z.string().max(80).optional(),
  url: z.string().max(URL_MAX).optional(),
  city: z.strictObject({ slug: z.string().max(80), code: z.string().max(10), name: z.string().max(200) }).optional(),
  /** Who may read it, and for whom these texts were made. */
  audience: z.enum(AUDIENCES).optional(),
  reading: z.enum(READINGS).optional(),
  /** The revision that its readers above the city have. Null for the city's own work in hand. */
  revision: z
    .strictObject({ number: z.int().min(1), releasedAt: instant })
    .nullable()
    .optional(),
  updatedAt: instant.optional(),
  demo: z.boolean().optional(),
};

export const portableWriteUp = z.strictObject({ ...origin, ...content });
export type PortableWriteUp = z.infer<typeof portableWriteUp>;

/** A file that a text shows. Without `data` it is left where it is. */
const portableFileContent = z.strictObject({
  id: entryId,
  name: z.string().max(300),
  mediaType: z.string().max(200),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Base64. */
  data: z.base64().nullable(),
});
export type PortableFileContent = z.infer<typeof portableFileContent>;

export const portableFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  exportedAt: instant.optional(),
  from: z.string().max(URL_MAX).optional(),
  writeUps: z.array(portableWriteUp),
  files: z.array(portableFileContent).max(200).default([]),
});
export type PortableFile = z.infer<typeof portableFile>;
