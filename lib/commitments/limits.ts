export const COMMITMENT_STATUSES = ["open", "under-way", "done", "dropped"] as const;
export type CommitmentStatus = (typeof COMMITMENT_STATUSES)[number];
/** When a commitment is asked about: on its day, and 30 and 90 days later. */
export const ASKS = ["due", "after-30", "after-90"] as const;
export type Ask = (typeof ASKS)[number];
export const WHAT_MAX = 300;
export const EVIDENCE_MAX = 2000;
