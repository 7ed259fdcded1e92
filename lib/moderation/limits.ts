/** Why somebody reports a comment. */
export const REPORT_REASONS = ["hurtful", "personal", "false", "advertising", "other"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];
export const REPORT_DECISIONS = ["hidden", "kept"] as const;
export const APPEAL_DECISIONS = ["restored", "kept"] as const;
export type AppealDecision = (typeof APPEAL_DECISIONS)[number];
export const NOTE_MAX = 1000;
/** What the author of a hidden comment is told. */
export const HIDE_REASON_MAX = 300;
/** Sentences for it that are ready, in the author's language. */
export const READY_REASONS = ["tone", "recognisable", "unfounded", "advertising", "elsewhere"] as const;
export type ReadyReason = (typeof READY_REASONS)[number];
/** Cases that wait which one page shows, and decisions. */
export const OPEN_MAX = 50;
export const DECIDED_PAGE = 20;
