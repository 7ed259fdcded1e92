export const COMMITMENT_STATUSES = ["open", "under-way", "done", "dropped"] as const;
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number];
/** When a commitment is asked about: on its day, and 30 and 90 days later. */
export const ASKS = ["due", "after-30", "after-90"] as const;
export type Ask = (typeof ASKS)[number];
export const WHAT_MAX = 300;
export const EVIDENCE_MAX = 2000;
export const NEWS_MAX = 1000;
export const COMMITMENTS_PAGE = 30;
/** How many of a city stand on its page. */
export const CITY_COMMITMENTS = 12;
/** So many days before its day a commitment stands among what one has to do. */
export const SOON_DAYS = 14;
/** Nobody promises for longer. */
export const DUE_YEARS_MAX = 3;
