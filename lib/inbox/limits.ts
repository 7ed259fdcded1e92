export const NOTIFICATION_KINDS = [
  "comment",
  "reply",
  "session-scheduled",
  "session-cancelled",
  "approval-asked",
  "returned",
  "released",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
export const INBOX_PAGE = 30;
