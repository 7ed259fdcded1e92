/** What became of a message that came by mail. */
export const INBOUND_OUTCOMES = ["answered", "posted", "unchanged", "stranger", "unknown", "refused", "late"] as const;
export type InboundOutcome = (typeof INBOUND_OUTCOMES)[number];
export const INBOUND_MAX_BYTES = 10 * 1024 * 1024;
