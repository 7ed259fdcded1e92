export const RHYTHMS = ["weekly", "fortnightly", "monthly"] as const;
export type Rhythm = (typeof RHYTHMS)[number];
/** How far ahead occurrences stand in the calendar. */
export const AHEAD_WEEKS = 12;

/** Which sessions of a series a change is meant for. */
export const SCOPES = ["one", "following", "all"] as const;
export type Scope = (typeof SCOPES)[number];
export type Several = Exclude<Scope, "one">;

/** What becomes of the sessions after the last day of a series. */
export const LATER = ["cancel", "keep"] as const;
/** The largest number of sessions of a series that its page lists. */
export const SERIES_LISTED = 60;
