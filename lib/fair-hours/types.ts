import type { Spread, WorkWeek } from "./limits";

/** A city as the finder needs it. Points are counted in quarters, so that they stay whole numbers. */
export interface FairCity {
  id: string;
  zone: string;
  week: WorkWeek;
  /** "2026-04-25": days off besides those of the week, by the city's own calendar. */
  holidays: ReadonlySet<string>;
  /** A city that need not be there blocks nothing and pays nothing. */
  required: boolean;
  /** What it has paid so far: see the ledger. */
  balance: number;
}

export interface Search {
  cities: readonly FairCity[];
  /** First and last day, by the calendar of `zone`. */
  from: string;
  until: string;
  /** Whose wall times are offered. */
  zone: string;
  minutes: number;
  /** Minutes between two starts: 30 unless told. */
  step?: number;
  spread: Spread;
  /** Nothing that starts before. */
  earliest: Date;
}

export interface Start {
  /** "2026-11-24T16:00" by the clocks of the search's zone. */
  wallStart: string;
  startsAt: Date;
}

/** What a slot means to one city. */
export interface CityShare {
  cityId: string;
  required: boolean;
  /** Quarters of a point, before, for this session, and after. */
  before: number;
  burden: number;
  after: number;
  /** "07:30" to "09:00" by the city's clock; shifts are in days from the date of the search's zone at the start. */
  clock: string;
  endClock: string;
  dayShift: number;
  endDayShift: number;
  /** All of it falls into the city's working hours. */
  within: boolean;
  /** False only for a city that need not be there: at night, or on a day off. */
  allowed: boolean;
}

export interface Proposal extends Start {
  zone: string;
  minutes: number;
  /** Other days on which the same hour costs every city the same, in order. */
  days: Start[];
  /** Quarters of a point, over all cities that must be there. */
  total: number;
  /** In the order of the search. */
  byCity: CityShare[];
  /** Who carries most of it; several when they carry the same, none when nobody pays. */
  carryMost: string[];
  /** Who has paid most before it; none when nobody has. */
  paidMost: string[];
  /** The total less the smallest that is possible. */
  aboveLeast: number;
  /** What the next proposal costs more (or, if negative, less): in all, and those cities for which it differs. */
  next: { total: number; byCity: { cityId: string; burden: number }[] } | null;
}

/** How often a city stands in the way, of all starts that were looked at. */
export interface Block {
  cityId: string;
  starts: number;
  /** Starts that no other city blocks. */
  alone: number;
  /** For what reason: at night, on a day off of its week, on a holiday. A start may count under several. */
  night: number;
  dayOff: number;
  holiday: number;
  /** The holidays that block, in order. */
  holidays: string[];
}

/** Two sittings with shared notes: neighbours by the clock meet among themselves, in order of time. */
export interface Sittings {
  first: Sitting;
  second: Sitting;
  /** Cities that sit in both and carry the thread. */
  shared: string[];
}
export interface Sitting {
  cityIds: string[];
  proposal: Proposal;
}

/** Why nothing fits, and what would. */
export interface NothingFits {
  /** The city that alone blocks most first. */
  blocks: Block[];
  /** What becomes possible when one city need not be there; the lightest way first. */
  withoutOne: { cityId: string; proposals: Proposal[] }[];
  sittings: Sittings | null;
}

export interface Found {
  /** At most three, at three different hours, the fairest first. */
  proposals: Proposal[];
  /** Starts that were looked at, and those that every city allows. */
  looked: number;
  allowed: number;
  /** Whether one of them lies within the working hours of all. */
  free: boolean;
  nothing: NothingFits | null;
}

/** What a city has paid so far: see ledger.ts. */
export interface Balance {
  cityId: string;
  /** Quarters of a point: what its sessions cost, and what it started with. */
  balance: number;
  start: number;
  /** Sessions within the window, those ahead included. */
  sessions: number;
  /** The latest that has begun. */
  last: { id: string; startsAt: Date; burden: number } | null;
}

/** A city of the ledger as its screens name it. */
export interface LedgerRow extends Balance {
  id: string;
  slug: string;
  code: string;
  name: string;
  localName: string;
  languages: string[];
  accent: string;
  zone: string;
}

export interface Ledger {
  /** From west to east. */
  rows: LedgerRow[];
  /** The first moment that counts. */
  from: Date;
  /** Sessions that count: begun, and ahead. */
  begun: number;
  ahead: number;
  first: Date | null;
}
