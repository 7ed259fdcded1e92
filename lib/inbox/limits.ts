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
/** What calls somebody by name, or is about their own hours: told also to those who have muted the thing. */
export const BY_NAME: readonly NotificationKind[] = [
  "mention",
  "ask",
  "ask-due",
  "reported",
  "hidden",
  "appealed",
  "appeal-decided",
  "session-scheduled",
  "session-moved",
  "session-cancelled",
  "seat-free",
  "poll-opened",
  "poll-reminder",
  "commitment-made",
  "commitment-due",
  "approval-asked",
  "returned",
];
/** What has a clock: mailed at once also to those who otherwise hear once a day or a week. */
export const URGENT: readonly NotificationKind[] = [
  "ask",
  "ask-due",
  "approval-asked",
  "session-moved",
  "session-cancelled",
];

/** Things on one page of the Inbox. */
export const INBOX_PAGE = 20;
/** News that one page looks at: a very busy Inbox goes on with the next. */
export const INBOX_SCAN = 1_000;
/** Kinds of news about one thing that the Inbox shows. */
export const INBOX_LINES = 3;
/** Names that a line says before it counts the others. */
export const NAMES = 2;
export const UNSUBSCRIBE_TOKEN_MAX = 200;

/** News that one mail tells each for itself; when more come at once they are gathered. */
export const NEWS_IN_FULL = 8;
/** How often news comes by mail. */
export const RHYTHMS = ["at-once", "daily", "weekly", "never"] as const;
export type Rhythm = (typeof RHYTHMS)[number];
/** What a mail that gathers news holds before it only counts: more would not be read. */
export const DIGEST_GROUPS = 12;
/** The cookie that keeps a mail's secret while the page is open, so that no address holds it. */
export const MAIL_CHOICE_COOKIE = "stafeta-mail";
export const MAIL_CHOICE_COOKIE_SECONDS = 3600;
