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
  requested: Requested | null;
  demo: boolean;
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
