export const NOTIFICATION_KINDS = [
  "comment",
  "reply",
  "mention",
  "ask",
  "ask-due",
  "ask-answered",
  "reported",
  "hidden",
  "appealed",
  "appeal-decided",
  "session-scheduled",
  "session-moved",
  "session-cancelled",
  "session-reminder",
  "seat-free",
  "poll-opened",
  "poll-reminder",
  "minutes",
  "commitment-made",
  "commitment-due",
  "approval-asked",
  "returned",
  "released",
  "found",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
export const INBOX_PAGE = 30;
/** News of one thing that the Inbox shows in full. */
export const INBOX_LINES = 3;
