/** How long before a session somebody is reminded. */
export const REMINDERS = ["day", "hour"] as const;
export type Reminder = (typeof REMINDERS)[number];
