import type { SessionCity } from "@/lib/sessions/types";

/** What people made of the reading before a session. */
export interface ReadingMarks {
  /** About how long all of it takes. */
  minutes: number;
  /** May the reader say that they have read it? */
  mayMark: boolean;
  byWriteUp: Record<string, ReadBy>;
}

export interface ReadBy {
  minutes: number;
  mine: boolean;
  /** From west to east; those who belong to no invited city are not among them. */
  cities: { city: SessionCity; names: string[] }[];
}
