import type { LookedAgain } from "@/lib/moderation/types";
import type { AskList } from "./limits";

export interface AskCity {
  id: string;
  slug: string;
  code: string;
  name: string;
  localName: string;
  languages: string[];
  accent: string;
}

/** When a city should have answered, by its own working hours. */
export interface ReplyClock {
  dueAt: Date;
  /** The city's zone. */
  zone: string;
  late: boolean;
  /** Working minutes of the city until then, or since then once it is late. */
  minutes: number;
}

/**
 * "replied": the city has said something, and nobody has said yet whether that answers it. "hidden": a moderator took it
 * out of sight, and only its asker and its moderators know of it.
 */
export type AskState = "open" | "replied" | "answered" | "closed" | "hidden";

/** An ask as a list shows it. */
export interface Ask {
  id: string;
  title: string;
  language: string;
  /** The city that is asked; null when it is asked of those who know a theme. */
  to: AskCity | null;
  theme: string | null;
  /** The city they asked for; null for the cohort's own people. */
  from: AskCity | null;
  asker: { id: string; name: string };
  askedAt: Date;
  state: AskState;
  /** Null unless it is open and asked of a city. */
  clock: ReplyClock | null;
  /** How much was said to it. */
  said: number;
  /** The reader asked it. */
  mine: boolean;
}

/** What was said to an ask. */
export interface SaidToAsk {
  id: string;
  author: string;
  city: AskCity | null;
  html: string;
  language: string;
  at: Date;
}

export interface AskWriteUp {
  id: string;
  title: string;
  language: string;
}

export interface AskView extends Ask {
  html: string;
  /** As it was typed, for whoever may change it. */
  markdown: string | null;
  writeUp: AskWriteUp | null;
  answer: SaidToAsk | null;
  /** What may be marked as the answer, the newest first; none for those who may not. */
  offered: SaidToAsk[];
  closed: { by: string; at: Date } | null;
  /** Whether question and answer stand on the write-up. */
  attached: boolean;
  /** The write-ups on which the reader may put them. */
  attachable: AskWriteUp[];
  /** What its asker was told when a moderator last looked again. */
  looked: LookedAgain | null;
  abilities: { settle: boolean; change: boolean; close: boolean; attach: boolean; report: boolean; hide: boolean };
}

/** What the list of all asks is narrowed by. */
export interface AskFilters {
  show: AskList;
  /** A city's slug. */
  city?: string;
  theme?: string;
  q?: string;
}

/** Whom a new ask would go to. */
export interface AskTarget {
  cohortId: string;
  city: AskCity | null;
  theme: string | null;
}

/** Who would be told of a new ask, by name, and of those chosen for a theme from which cities. */
export interface Told {
  names: string[];
  cities: AskCity[];
  /** Whether all of them are away now. */
  away: boolean;
}

/** What somebody sees before they ask. */
export interface NewAsk {
  /** Null: it is still to choose whom to ask. */
  target: AskTarget | null;
  /** Who would hear of it, and until when the city would have to answer. */
  told: Told | null;
  due: { dueAt: Date; zone: string } | null;
  writeUp: AskWriteUp | null;
  /** The write-up is not shared with those who would read the question, so it is not named. */
  kept: boolean;
  /** They chose their own city. */
  own: boolean;
}

/** Question and answer as they stand on a write-up. */
export interface AttachedAsk {
  id: string;
  title: string;
  language: string;
  from: AskCity | null;
  asker: string;
  answer: Omit<SaidToAsk, "id" | "at"> & { at: number };
}
