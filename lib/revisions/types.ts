import type { Kind } from "@/lib/write-ups/document";
import type { Audience, Reading } from "@/lib/write-ups/limits";
import type { CityMark, WriteUpPage } from "@/lib/write-ups/types";
import type { ComparedPart } from "./compare";

/** A write-up as far as its history needs it, as the reader reads it now. */
export interface RevisedWriteUp {
  id: string;
  kind: Kind;
  audience: Audience;
  /** Which of its texts the reader reads; only the city's own have the work in hand. */
  reading: Reading;
  title: string;
  language: string;
  city: CityMark & { id: string };
  demo: boolean;
  abilities: { edit: boolean };
}

/** One line of the history. */
export interface RevisionLine {
  number: number;
  at: Date;
  /** Who pinned it; the public is told no names. */
  by: string | null;
  /** Who may read it now. */
  audience: Reading;
  /** It was shared and then taken back. */
  takenBack: boolean;
  restoredFrom: number | null;
  /** It is what readers above the city read now. */
  current: boolean;
}

export interface RevisionList {
  writeUp: RevisedWriteUp;
  /** The newest first. */
  revisions: RevisionLine[];
}

/** One revision as a page: the write-up with the document it had. */
export interface RevisionPage {
  writeUp: WriteUpPage;
  number: number;
  at: Date;
  audience: Reading;
  takenBack: boolean;
  current: boolean;
  /** The title that a citation names; null for what was never shared, or taken back: it is not cited. */
  cited: string | null;
}

/** A number, or the work in hand. */
export type StateName = number | "work";

/** What became of the parts of one language's text. */
export interface LanguageDifference {
  language: string;
  parts: ComparedPart[];
}

export interface Comparison {
  writeUp: RevisedWriteUp;
  from: StateName;
  to: StateName;
  /** Every language that one of the two has, the original first. */
  languages: string[];
  difference: LanguageDifference;
}
