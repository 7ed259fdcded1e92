export const MAIL_KINDS = [
  "sign-in",
  "invitation",
  "news",
  "calendar-request",
  "calendar-cancel",
  "poll",
  "reminder",
  "minutes",
  "digest",
  "reply-refused",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
