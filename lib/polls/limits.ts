export const VOTES = ["yes", "if-need-be", "no"] as const;
export type Vote = (typeof VOTES)[number];
export const OPTIONS_MIN = 2;
export const OPTIONS_MAX = 12;
/** How many other times one person may suggest in one poll. */
export const SUGGESTIONS_MAX = 3;
/** So long a poll stays open when nobody says until when. */
export const USUAL_DAYS = 7;
/** A facilitator reminds by hand at most so often. */
export const REMIND_HOURS = 24;
/** When those who have not voted are reminded: from so many hours before the deadline, once each. */
export const REMINDER_HOURS = [48, 12] as const;
