import type { SeriesLine } from "@/lib/series/types";
import type { CONFIDENTIALITY, MODES, SessionStatus, StoredAnswer } from "./limits";

/** A city as the screens of sessions show it: its plate, its names and its zone. */
export interface SessionCity {
  id: string;
  slug: string;
  code: string;
  name: string;
  localName: string;
  languages: string[];
  accent: string;
  zone: string;
}

/** What a city's clocks show; shifts are in days from the reader's date at the start. */
export interface CityTime {
  clock: string;
  endClock: string;
  dayShift: number;
  endDayShift: number;
}

export interface Named {
  id: string;
  name: string;
}

export interface InvitedCity extends SessionCity, CityTime {
  required: boolean;
  going: Named[];
  waiting: Named[];
  tentative: Named[];
  not: Named[];
}

/** Where a session stands in time: nobody has come yet, it is on, it is over. */
export type Moment = "before" | "now" | "after";

export interface AgendaEntry {
  id: string;
  title: string;
  minutes: number;
  lead: string;
  output: string | null;
  startsAt: Date;
  endsAt: Date;
  /** "16:05" by the reader's clock. */
  clock: string;
  endClock: string;
  /** What it is about, for those who may read it. */
  writeUp?: StepReading | null;
}

/** A write-up as a step of an agenda names it. */
export interface StepReading {
  id: string;
  title: string;
  language: string;
}

export interface Reading {
  id: string;
  title: string;
  language: string;
  kind: "practice" | "case";
  city: SessionCity;
}

export interface SessionAbilities {
  edit: boolean;
  cancel: boolean;
  answer: boolean;
  join: boolean;
  comment: boolean;
  note: boolean;
  readNotes: boolean;
  run: boolean;
}

export interface SessionView {
  id: string;
  cohortId: string;
  status: SessionStatus;
  moment: Moment;
  /** It starts within the half hour, or is on. */
  doorsOpen: boolean;
  format: string;
  /** The name of a format that the cohort made. */
  ownFormat: string | null;
  title: string;
  purpose: string;
  language: string;
  wallStart: string;
  zone: string;
  minutes: number;
  startsAt: Date;
  endsAt: Date;
  mode: (typeof MODES)[number];
  confidentiality: (typeof CONFIDENTIALITY)[number];
  /** Null for those who may not join, and when there is none yet. */
  joinUrl: string | null;
  location: string | null;
  capacity: number | null;
  seatsTaken: number;
  seatsHeldUntil: Date | null;
  noteTakerId: string | null;
  runnerId: string | null;
  seriesId: string | null;
  seriesStart: string | null;
  /** The running step. */
  stepId: string | null;
  wentLiveAt: Date | null;
  heldAt: Date | null;
  uid: string;
  sequence: number;
  stampedAt: Date;
  cancelledReason: string | null;
  creator: Named;
  host: SessionCity | null;
  /** From west to east. */
  cities: InvitedCity[];
  /** Those who come without belonging to an invited city, such as facilitators. */
  others: Named[];
  /** Who wants to come when all seats are taken, first come first. */
  waiting: Named[];
  /** Where it is one of several. */
  series: SeriesLine | null;
  agenda: AgendaEntry[];
  readings: Reading[];
  myAnswer: StoredAnswer | null;
  myId: string;
  myWorkspaceIds: string[];
  readerZone: string;
  /** The city of the cohort whose clock is the reader's, their own first. */
  readerCity: SessionCity | null;
  now: Date;
  abilities: SessionAbilities;
}

export interface NextSession {
  id: string;
  title: string;
  purpose: string;
  language: string;
  moment: Moment;
  doorsOpen: boolean;
  startsAt: Date;
  endsAt: Date;
  minutes: number;
  wallStart: string;
  zone: string;
  host: SessionCity | null;
  joinUrl: string | null;
  myAnswer: StoredAnswer | null;
  myWorkspaceIds: string[];
  cities: (SessionCity & CityTime)[];
}

/** What the form for a new session offers. */
export interface SchedulePlace {
  cohortId: string;
  cities: (SessionCity & { people: number })[];
  readings: Reading[];
  formats: { id: string; name: string; language: string; minutes: number }[];
  /** Everybody in the cohort; the code is that of their city. */
  members: (Named & { code: string | null })[];
}

/** A session as the form to edit it begins with it. */
export interface SessionToEdit {
  id: string;
  cohortId: string;
  status: SessionStatus;
  /** Changes with every edit: of two people with the same one, one wins. */
  version: number;
  seriesId: string | null;
  title: string;
  purpose: string;
  language: string;
  hostId: string | null;
  mode: (typeof MODES)[number];
  location: string | null;
  joinUrl: string | null;
  confidentiality: (typeof CONFIDENTIALITY)[number];
  capacity: number | null;
  /** Until the end of which day one seat is held for each city. */
  heldOn: string | null;
  noteTakerId: string | null;
  /** Cities that must be there, and those that may come. */
  required: string[];
  optional: string[];
  readings: string[];
}
