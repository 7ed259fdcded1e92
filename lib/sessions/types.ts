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
  tentative: Named[];
  not: Named[];
}

/** Where a session stands in time: nobody has come yet, it is on, it is over. */
export type Moment = "before" | "now" | "after";

export interface SessionLine {
  id: string;
  title: string;
  purpose: string;
  language: string;
  format: string;
  status: SessionStatus;
  moment: Moment;
  startsAt: Date;
  endsAt: Date;
  minutes: number;
  wallStart: string;
  zone: string;
  host: SessionCity | null;
  cities: number;
  myAnswer: StoredAnswer | null;
}

/** The sessions of one day by the reader's clock. */
export interface SessionDay {
  /** "2026-11-24" */
  date: string;
  sessions: SessionLine[];
}

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
}
