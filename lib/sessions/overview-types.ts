import type { NoteKind } from "@/lib/notes/limits";
import type { SessionStatus, StoredAnswer } from "./limits";
import type { Moment, SessionCity } from "./types";

/** An invited city with how many of its people mean to come, or were there. */
export interface CityCount extends SessionCity {
  going: number;
  tentative: number;
  came: number;
}

/** A session as a line of the overview. */
export interface OverviewLine {
  id: string;
  title: string;
  purpose: string;
  language: string;
  format: string;
  /** The name of a format that the cohort made. */
  ownFormat: string | null;
  status: SessionStatus;
  moment: Moment;
  startsAt: Date;
  endsAt: Date;
  minutes: number;
  wallStart: string;
  zone: string;
  host: SessionCity | null;
  /** From west to east. */
  cities: CityCount[];
  myAnswer: StoredAnswer | null;
  /** The vote on its date, as long as one may vote. */
  poll: { closesAt: Date; options: number; mine: number } | null;
  /** What was written down, by kind; null for those who may not read the notes. */
  outputs: Partial<Record<NoteKind, number>> | null;
  hasMinutes: boolean;
  /** Minutes by which it is later (earlier if negative) than usual on the clocks of the reader's city. */
  shift: { city: SessionCity; minutes: number } | null;
  abilities: { answer: boolean; edit: boolean };
}

export interface OverviewDay {
  /** "2026-11-24", by the reader's clock. */
  date: string;
  sessions: OverviewLine[];
}
