import type { CONFIDENTIALITY, MODES } from "@/lib/sessions/limits";
import type { SessionCity } from "@/lib/sessions/types";
import type { Rhythm } from "./limits";

/** What each new occurrence of a series is made from. */
export interface SeriesTemplate {
  title: string;
  purpose: string;
  format: string;
  language: string;
  hostId: string | null;
  required: string[];
  optional: string[];
  mode: (typeof MODES)[number];
  location: string | null;
  joinUrl: string | null;
  confidentiality: (typeof CONFIDENTIALITY)[number];
  capacity: number | null;
}

/** How often and when a series comes, to be said in words. */
export interface SeriesRhythm {
  rhythm: Rhythm;
  /** Its first start, by the clocks of `zone`. */
  wallStart: string;
  zone: string;
  /** Each session has its own hour. */
  rotates: boolean;
}

/** What the page of one session says of its series. */
export interface SeriesLine extends SeriesRhythm {
  id: string;
  untilOn: string | null;
  /** Sessions after this one that stand in the calendar. */
  toCome: number;
  next: { id: string; startsAt: Date } | null;
}

/** Something about one session of a series that is not as the others are. */
export type SeriesMark = "cancelled" | "moved" | "shifted";

export interface SeriesSessionLine {
  id: string;
  title: string;
  language: string;
  startsAt: Date;
  endsAt: Date;
  marks: SeriesMark[];
  /** Cities that must be there and have a holiday, by their own date. */
  holidays: string[];
}

export interface SeriesView extends SeriesRhythm {
  id: string;
  title: string;
  language: string;
  minutes: number;
  untilOn: string | null;
  skipsHolidays: boolean;
  coming: SeriesSessionLine[];
  /** What the rhythm gives in the weeks ahead and holidays take away. */
  leftOut: { startsAt: Date; holidays: string[] }[];
  past: SeriesSessionLine[];
  cities: Pick<SessionCity, "id" | "name" | "localName" | "languages" | "zone">[];
  abilities: { end: boolean };
}
