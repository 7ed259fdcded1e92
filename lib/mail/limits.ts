export const MAIL_KINDS = ["sign-in", "invitation", "news"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];
