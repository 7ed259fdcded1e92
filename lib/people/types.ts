import type { Role } from "@/lib/cohorts/limits";

export interface RoomMember {
  membershipId: string;
  personId: string;
  name: string;
  languages: string[];
  role: Role;
  city: { slug: string; code: string; name: string; localName: string; accent: string; languages: string[] } | null;
  isMe: boolean;
  abilities: { end: boolean };
}

export interface DirectoryEntry {
  id: string;
  name: string;
  languages: string[];
  expertise: string;
  places: { role: Role; city: RoomMember["city"] }[];
}

export interface DirectoryFilters {
  q?: string;
  /** A city's slug. */
  city?: string;
  language?: string;
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
}

export interface OwnPlace {
  id: string;
  role: Role;
  cohort: string;
  city: RoomMember["city"];
}
