/**
 * The content of a write-up: one JSON document per language and audience.
 * It is what a revision pins, what an export carries and what a page shows.
 * Ids inside a document are unique within it and stay the same across languages,
 * so that a translation, a comparison or a commitment can point at one entry.
 */

/** As precise as what is known: "2020", "2020-03" or "2020-03-18". Never padded. */
export type PartialDate = string;

export const KINDS = ["practice", "case"] as const;
export type Kind = (typeof KINDS)[number];

export const PHASES = ["respond", "rebuild", "reinvent"] as const;
export type Phase = (typeof PHASES)[number];

export const EMPTY_REASONS = ["not-known", "not-applicable", "will-follow"] as const;
export type EmptyReason = (typeof EMPTY_REASONS)[number];

/** Who reads one section. `what-did-not-work` starts at "cohort". */
export const SECTION_AUDIENCES = ["city", "cohort", "public"] as const;
export type SectionAudience = (typeof SECTION_AUDIENCES)[number];

export const PRACTICE_SECTIONS = [
  "problem",
  "what-is-done",
  "governance",
  "how-to-start",
  "costs",
  "what-did-not-work",
  "lessons",
  "conditions",
  "next-steps",
] as const;

export const CASE_SECTIONS = [
  "trigger",
  "what-was-in-place",
  "what-is-done",
  "who-did-what",
  "not-reached",
  "strengths",
  "what-did-not-work",
  "lessons",
  "corrective-actions",
  "conditions",
  "what-stayed",
  "readiness",
] as const;

export type SectionKey = (typeof PRACTICE_SECTIONS)[number] | (typeof CASE_SECTIONS)[number];

export const SECTIONS: Record<Kind, readonly SectionKey[]> = {
  practice: PRACTICE_SECTIONS,
  case: CASE_SECTIONS,
};

export interface Section {
  key: SectionKey;
  markdown: string;
  /** Rendered and sanitised from `markdown` when it was written. */
  html: string;
  /** Why there is no text; null when there is text or nobody has looked at it yet. */
  empty: { why: EmptyReason; by: PartialDate | null } | null;
  audience: SectionAudience;
}

export interface Source {
  id: string;
  title: string;
  url: string | null;
  publisher: string | null;
  date: PartialDate | null;
  language: string | null;
  accessedOn: PartialDate | null;
}

/** How a figure came about, and how far it carries. */
export const EVIDENCE = ["counted", "measured", "surveyed", "estimated", "reported", "planned"] as const;
export const STRENGTHS = ["strong", "moderate", "weak"] as const;

export const VALUE_KINDS = ["exact", "about", "at-least", "at-most", "range"] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** A figure: what one source said on one date. Two that disagree both stay. */
export interface Observation {
  id: string;
  label: string;
  valueKind: ValueKind;
  value: number;
  /** Upper end of a range, else null. */
  valueTo: number | null;
  /** "EUR", "USD", "BRL", "PLN" make it money (shown in its own currency); "percent"; else a word, or "". */
  unit: string;
  asOf: PartialDate | null;
  /** When it counts over a time: since when, up to `asOf`. */
  from?: PartialDate | null;
  evidence?: (typeof EVIDENCE)[number] | null;
  strength?: (typeof STRENGTHS)[number] | null;
  sourceId: string | null;
  note: string;
  /** Up to three per write-up stand on its card. */
  onCard: boolean;
  /** Observations with the same `measures` count the same thing and are shown side by side. */
  measures: string | null;
}

export const DECISION_LEVELS = ["district", "city", "metropolitan", "region", "national", "international"] as const;

export interface TimelineEntry {
  id: string;
  date: PartialDate;
  phase: Phase;
  what: string;
  who: string;
  /** Who could decide it, and what came of it. */
  decisionLevel?: (typeof DECISION_LEVELS)[number] | null;
  effect?: string;
  sourceId: string | null;
}

export interface Organisation {
  id: string;
  name: string;
  sector: string | null;
  role: string | null;
  /** What kind of social economy organisation it is, and its form in law. */
  sseType?: string | null;
  legalForm?: string;
  url: string | null;
}

export const TRANSFERABLE = ["yes", "partly", "no", "not-known"] as const;

/** A part that another city can take alone. */
export interface BuildingBlock {
  id: string;
  name: string;
  what?: string;
  needs: string;
  transferable: (typeof TRANSFERABLE)[number];
}

export const FUNDING_KINDS = [
  "own-budget",
  "regional",
  "national",
  "eu",
  "foundation",
  "private",
  "donations",
  "in-kind",
  "other",
] as const;

/** Money in the currency it was given in; never converted. */
export interface Funding {
  id: string;
  kind: (typeof FUNDING_KINDS)[number];
  /** Who gave it, or what it was for. */
  label: string;
  /** In the currency's minor unit (cents); null when nobody knows. */
  amount: number | null;
  /** ISO 4217. */
  currency: string | null;
  date: PartialDate | null;
  sourceId: string | null;
}

/** A picture or a document that belongs to the text. The file itself is a row of `files`. */
export interface Media {
  id: string;
  fileId: string;
  kind: "picture" | "document";
  /** For a document, what one clicks on; for a picture, the line below it. */
  caption: string;
  /** What a picture shows, for those who do not see it. */
  alt: string;
  credit: string;
  licence: string;
  /** Of a picture, in pixels. */
  width: number | null;
  height: number | null;
  /** Of the file as it is downloaded, in bytes. */
  size: number;
  audience: SectionAudience;
}

/** Whom to ask: a role's mailbox rather than a person, since people move. */
export interface Contact {
  name: string;
  email: string | null;
}

export interface Document {
  title: string;
  card: string;
  startedOn: PartialDate | null;
  endedOn: PartialDate | null;
  /** Case only: when the crisis began, and the city's first action. Days between are computed. */
  beganOn: PartialDate | null;
  firstActionOn: PartialDate | null;
  sections: Section[];
  timeline: TimelineEntry[];
  observations: Observation[];
  sources: Source[];
  organisations: Organisation[];
  buildingBlocks: BuildingBlock[];
  funding: Funding[];
  media: Media[];
  contact: Contact | null;
  policyAreas: string[];
  themes: string[];
  targetGroups: string[];
  sdgs: number[];
  maturity: string | null;
  scale: string | null;
  participation: string | null;
  /** Somebody has looked that no person who was helped can be recognised. */
  nobodyRecognisable: boolean;
}
