/** How long before a session somebody is reminded. */
export const REMINDERS = ["day", "hour"] as const;
export type Reminder = (typeof REMINDERS)[number];
/** In milliseconds. */
export const REMIND_BEFORE: Record<Reminder, number> = { day: 24 * 60 * 60 * 1000, hour: 60 * 60 * 1000 };
/** Whoever has just been told of the time needs no reminder of it a day before. */
export const JUST_TOLD = 3 * 60 * 60 * 1000;
/** How long a calendar keeps showing that a session was cancelled, in days. */
export const CANCELLED_DAYS = 30;
export const FEED_MAX = 1000;
/** How many secret addresses one person makes in an hour, and how often programs read one in ten minutes. */
export const FEEDS_AN_HOUR = 20;
export const FEED_READS = 120;
/** How often a calendar program should look again. */
export const FEED_REFRESH = "PT1H";
