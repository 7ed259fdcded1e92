import type { WorkWeek } from "@/lib/fair-hours/limits";

export interface CityCard {
  id: string;
  slug: string;
  code: string;
  name: string;
  localName: string;
  accent: string;
  country: string;
  zone: string;
  languages: string[];
  /** Write-ups of theirs that the reader may read. */
  practices: number;
  cases: number;
}

export interface CityPage extends CityCard {
  cohort: { id: string; name: string };
  contact: string | null;
  region: string;
  workWeek: WorkWeek;
  /** By the city's own calendar, at this moment. */
  holidayToday: CityDay | null;
  abilities: { seePeople: boolean; seeLog: boolean; write: boolean };
}

/** A day off, or one on which a city works although its country does not. */
export interface CityDay {
  date: string;
  /** By the table of the country, by the city itself, or worked on. */
  kind: "table" | "own" | "works";
  /** As the city wrote it; null for a day of the table. */
  name: string | null;
  /** Names by language, for a day of the table. */
  names: Record<string, string>;
}

export interface CityHours {
  /** From Monday to Sunday. */
  week: WorkWeek;
  /** From today on, in order. */
  days: CityDay[];
  /** The years that the table of the country knows; null when it knows nothing of it. */
  table: { from: number; until: number } | null;
  maySet: boolean;
}
