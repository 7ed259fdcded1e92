import type { Named, SessionCity } from "@/lib/sessions/types";

export interface Present {
  /** Of the entry, not of the person. */
  id: string;
  personId: string | null;
  name: string;
}

/** Who was there, by city; those who belong to no invited city come last, under null. */
export interface Attendance {
  total: number;
  cities: { city: SessionCity | null; present: Present[] }[];
  /** The reader's own check-in; null when they cannot check in now. */
  mine: { here: boolean } | null;
  /** With the minutes. */
  locked: boolean;
}

export interface AttendanceSheet {
  cities: {
    city: SessionCity | null;
    /** Who said that they come, or is there already. */
    expected: (Named & { here: boolean })[];
    /** The city's other people. */
    others: Named[];
    guests: Present[];
  }[];
  locked: boolean;
}
