import type { CommitmentStatus } from "./limits";

interface CommitmentCity {
  id: string;
  slug: string;
  code: string;
  name: string;
  localName: string;
  languages: string[];
  accent: string;
}

/** A commitment as a list shows it. */
export interface Commitment {
  id: string;
  what: string;
  language: string;
  city: CommitmentCity;
  /** Who does it; null when nobody is named, or when they have left the city: then it is the city's. */
  person: { id: string; name: string } | null;
  /** "2026-11-30" */
  dueOn: string;
  /** Days since the due date by the city's calendar; 0 as long as it is not late, and once it is closed. */
  daysLate: number;
  status: CommitmentStatus;
  /** How many held sessions of its city have met it since it was made. */
  carried: number;
  madeIn: { id: string; title: string; language: string } | null;
  closedAt: Date | null;
  /** The reader does it, or leads the city whose it is. */
  mine: boolean;
}

/** What became of it, one step. */
export interface CommitmentStep {
  id: string;
  at: Date;
  by: string;
  status: CommitmentStatus;
  body: string;
  language: string;
}

export interface CommitmentView extends Commitment {
  evidence: string;
  version: number;
  createdAt: Date;
  createdBy: string;
  writeUp: { id: string; title: string; language: string } | null;
  steps: CommitmentStep[];
  /** Who of the city may be named. */
  people: { id: string; name: string }[];
  abilities: { update: boolean };
}

/** What the list of all commitments is narrowed by. */
export interface CommitmentFilters {
  city?: string;
  status?: "open" | "done" | "dropped";
}
