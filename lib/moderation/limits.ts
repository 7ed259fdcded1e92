/** Why somebody reports a comment. */
export const REPORT_REASONS = ["hurtful", "personal", "false", "advertising", "other"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];
export const REPORT_DECISIONS = ["hidden", "kept"] as const;
export const APPEAL_DECISIONS = ["restored", "kept"] as const;
export type AppealDecision = (typeof APPEAL_DECISIONS)[number];
export const NOTE_MAX = 1000;
