export const AUDIENCES = ["draft", "city", "cohort", "public"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The audiences that have a text of their own to read. */
export const READINGS = ["city", "cohort", "public"] as const;
export type Reading = (typeof READINGS)[number];

/** The audiences that the city lead approves. */
export const REQUESTED = ["cohort", "public"] as const;
export type Requested = (typeof REQUESTED)[number];

export const TITLE_MAX = 90;
export const CARD_MAX = 280;
export const SECTION_MAX = 20_000;
export const LINE_MAX = 300;
/** Each of the three lines of a quick note. */
export const QUICK_LINE_MAX = 600;
export const ENTRIES_MAX = 60;
/** A case is shared with the cohort only with a timeline. */
export const TIMELINE_MIN = 3;
export const CARD_FIGURES_MAX = 3;
/** After this many days without a look a write-up says "not confirmed since". */
export const REVIEW_DAYS = 365;
