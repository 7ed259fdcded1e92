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
  abilities: { seePeople: boolean; seeLog: boolean; write: boolean };
}
