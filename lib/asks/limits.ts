export const ASK_TITLE_MAX = 200;
export const ASK_TEXT_MAX = 3_000;
/** A city has two working days of eight hours, in its own working hours. */
export const REPLY_MINUTES = 16 * 60;
/** Of those who know a theme, so many are told. */
export const TOLD_MAX = 20;
export const ASKS_PAGE = 30;
/** How many of a city stand on its page. */
export const CITY_ASKS = 6;
/** How many of what was said last may be marked as the answer without going to it first. */
export const ANSWERS_OFFERED = 10;
/** What the list of all asks shows besides what is open. */
export const ASK_LISTS = ["open", "mine", "answered", "closed", "all"] as const;
export type AskList = (typeof ASK_LISTS)[number];
/** What the page of an ask says was done just now. */
export const ASK_DONE = [
  "posted",
  "changed",
  "settled",
  "unsettled",
  "closed",
  "reopened",
  "attached",
  "detached",
  "shown",
] as const;
export type AskDone = (typeof ASK_DONE)[number];
