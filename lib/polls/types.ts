import type { CityTime, Named, SessionCity } from "@/lib/sessions/types";
import type { Vote } from "./limits";
import type { Counts } from "./tally";

export interface PollCity extends SessionCity {
  required: boolean;
  /** Its people who have not voted on anything yet. */
  waitedFor: Named[];
}

/** What an option means to one city, and what its people say. */
export interface OptionCity extends CityTime, Counts {
  id: string;
  /** Quarters of a point; null for a city that need not be there. */
  burden: number | null;
}

export interface PollOption {
  id: string;
  wallStart: string;
  zone: string;
  startsAt: Date;
  endsAt: Date;
  /** It lies in the past: nobody votes on it or takes it any more. */
  passed: boolean;
  /** Who thought of it; null when it was there from the start. */
  suggestedBy: string | null;
  mine: Vote | null;
  /** The organiser's clock, when it shows another time than the reader's. */
  organiser: CityTime | null;
  /** Quarters of a point, over all cities that must be there. */
  total: number;
  byCity: OptionCity[];
  all: Counts;
  names: Record<Vote, string[]>;
  /** Cities that must be there and cannot yet. */
  missing: string[];
}

export interface PollView {
  sessionId: string;
  title: string;
  purpose: string;
  language: string;
  minutes: number;
  /** How many people the session has seats for; null means as many as come. */
  capacity: number | null;
  closesAt: Date;
  /** The deadline has passed: what people said stands, and a facilitator decides. */
  closed: boolean;
  organiser: { name: string; zone: string; city: SessionCity | null };
  readerZone: string;
  readerCity: SessionCity | null;
  myWorkspaceIds: string[];
  /** From west to east. */
  cities: PollCity[];
  /** The soonest first. */
  options: PollOption[];
  /** How many people are asked, and how many of them have voted. */
  asked: number;
  voted: number;
  /** How many other times the reader may still suggest. */
  suggestionsLeft: number;
  now: Date;
  abilities: { vote: boolean; decide: boolean };
}
