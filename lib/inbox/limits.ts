export const NOTIFICATION_KINDS = [
  "comment",
  "reply",
  "session-scheduled",
  "session-cancelled",
  "approval-asked",
  "returned",
  "released",
  "found",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
export const INBOX_PAGE = 30;
/** News of one thing that the Inbox shows in full. */
export const INBOX_LINES = 3;
