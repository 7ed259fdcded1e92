import type { Document, Kind } from "./document";
import type { Audience, Reading, Requested } from "./limits";

export interface CityMark {
  slug: string;
  code: string;
  name: string;
  accent: string;
}

export interface WriteUpPage {
  id: string;
  kind: Kind;
  audience: Audience;
  /** Which of its texts this reader reads. */
  reading: Reading;
  city: CityMark & { id: string };
  crisis: { id: string; type: string; hazard: string } | null;
  document: Document;
  language: string;
  originalLanguage: string;
  /** Every language it can be read in here. */
  languages: string[];
  author: string;
  translator: string | null;
  /** Changes of the original since the translation followed it. */
  behind: number;
  releasedAt: Date | null;
  updatedAt: Date;
  /** The day on which the city last said that it is still right; null before it is shared. */
  confirmedOn: string | null;
  /** Written in the middle of it; the case in full may follow. */
  quickNote: boolean;
  /** The service that translated this text, until a person has read it over. */
  machine: string | null;
  requested: Requested | null;
  demo: boolean;
  /** Whether there is more to ask for: what was asked about it, what was said about passages, what is new to the reader. */
  hasAsks: boolean;
  hasPassages: boolean;
  hasNews: boolean;
  abilities: { edit: boolean; share: boolean; comment: boolean; readComments: boolean };
}

/** How a write-up stands in a list: its card and up to three figures. */
export interface WriteUpCard {
  id: string;
  kind: Kind;
  audience: Audience;
  city: CityMark;
  title: string;
  card: string;
  language: string;
  originalLanguage: string;
  languages: string[];
  behind: number;
  phases: string[];
  startedOn: string | null;
  figures: Document["observations"];
  releasedAt: Date | null;
}

/** A write-up among results: where the words were found in it. */
export interface FoundWriteUp extends WriteUpCard {
  /** The words as they stand in the text; null when the title or the card has them. */
  passage: { text: string; found: boolean }[] | null;
  passageLanguage: string;
  /** The language in which the words were found, when it is not the one shown. */
  matchedIn: string | null;
  /** Found by what it is filed under; the words themselves do not stand in it. */
  filed: boolean;
}

export interface WriteUpFilters {
  q?: string;
  kind?: string[];
  phase?: string[];
  crisis?: string[];
  theme?: string[];
  /** Slugs. */
  city?: string[];
  language?: string[];
  maturity?: string[];
}

export interface WriteUpList {
  items: WriteUpCard[];
  /** How many fit the filters, and how many there are without any. */
  total: number;
  all: number;
}
