export const RHYTHMS = ["weekly", "fortnightly", "monthly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];
/** How far ahead occurrences stand in the calendar. */
export const AHEAD_WEEKS = 12;
