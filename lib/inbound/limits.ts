/** What became of a message that came by mail. */
export const INBOUND_OUTCOMES = ["answered", "posted", "unchanged", "stranger", "unknown", "refused", "late"] as const;
export type InboundOutcome = (typeof INBOUND_OUTCOMES)[number];
export const INBOUND_MAX_BYTES = 10 * 1024 * 1024;
/** In characters: what of a message's words is looked at. A comment is far shorter, what is quoted beneath it may not be. */
export const INBOUND_MAX_WORDS = 100_000;
/** How long after a comment it can be answered by mail. */
export const REPLY_DAYS = 90;
/**
 * What a sender is told: it came from another address, what it answers is not there for them (any more), it is too old, or
 * was removed; there was nothing new in it, too much, or too many came; or it was posted, but without its files.
 */
export const REPLY_REASONS = ["other", "gone", "old", "removed", "empty", "long", "many", "files"] as const;
export type ReplyReason = (typeof REPLY_REASONS)[number];
/** Letters a day that say so: to the address of whoever was written to, and to any other one. */
export const REFUSALS_A_DAY = { own: 20, other: 3 };
