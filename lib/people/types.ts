import type { Role } from "@/lib/cohorts/limits";
import type { About } from "@/lib/comments/types";
import type { Commitment } from "@/lib/commitments/types";
import type { WorkWeek } from "@/lib/fair-hours/limits";
import type { Audience } from "@/lib/write-ups/limits";
import type { Away } from "./limits";

export interface PersonCity {
  slug: string;
  code: string;
  name: string;
  localName: string;
  accent: string;
  languages: string[];
}

export interface RoomMember {
  membershipId: string;
  personId: string;
  name: string;
  languages: string[];
  awayUntil: string | null;
  role: Role;
  city: PersonCity | null;
  isMe: boolean;
  abilities: { end: boolean };
}

export interface DirectoryEntry {
  id: string;
  name: string;
  languages: string[];
  expertise: string;
  /** The last day on which they are not there; null for whoever is. */
  awayUntil: string | null;
  places: { role: Role; city: PersonCity | null }[];
}

export interface DirectoryFilters {
  q?: string;
  /** A city's slug. */
  city?: string;
  language?: string;
  /** Only those who are there now, or only those who are away. */
  away?: Away;
}

export type DirectoryFilter = keyof DirectoryFilters;

export interface DirectoryPage {
  items: DirectoryEntry[];
  /** How many fit. */
  total: number;
  /** How many there are in the cohort. */
  all: number;
  /** No profile has the words; these look alike. */
  alike: boolean;
  /** How many would fit without one of the filters. */
  without: Record<DirectoryFilter, number>;
  /** What can be chosen, with how many would be found; from west to east. */
  cities: (PersonCity & { count: number })[];
  languages: { language: string; count: number }[];
}

/** Somebody of the reader's cohort, with what the reader may know of what they did. */
export interface PersonPage {
  id: string;
  name: string;
  languages: string[];
  expertise: string;
  zone: string;
  /** Minutes from midnight, in their zone. */
  workStart: number;
  workEnd: number;
  awayUntil: string | null;
  isMe: boolean;
  places: PersonPlace[];
  writeUps: { items: PersonWriteUp[]; total: number };
  /** The newest. */
  comments: PersonComment[];
  sessions: PersonSession[];
  commitments: Commitment[];
  /** What was asked of a city, or of whoever knows, and they answered: with the city that asked. */
  answered: { id: string; title: string; language: string; city: PersonCity | null }[];
}

export interface PersonPlace {
  role: Role;
  since: Date;
  cohort: string;
  city: (PersonCity & { id: string; zone: string; workWeek: WorkWeek }) | null;
  /** The reader may ask that city something. */
  mayAsk: boolean;
}

export interface PersonWriteUp {
  id: string;
  title: string;
  language: string;
  kind: "practice" | "case";
  audience: Audience;
  city: PersonCity;
}

export interface PersonComment {
  id: string;
  html: string;
  language: string;
  at: Date;
  about: About;
  title: string;
  titleLanguage: string;
}

export interface PersonSession {
  id: string;
  title: string;
  language: string;
  startsAt: Date;
  /** What they do in it: both, for somebody who runs it and takes its notes. */
  runs: boolean;
  takesNotes: boolean;
}

export interface Profile {
  name: string;
  email: string;
  languages: string[];
  zone: string;
  workStart: number;
  workEnd: number;
  theme: "system" | "light" | "dark";
  expertise: string;
  /** The last day on which they are not there; null also when that day has passed. */
  awayUntil: string | null;
}

export interface OwnPlace {
  id: string;
  role: Role;
  cohort: string;
  city: PersonCity | null;
}
