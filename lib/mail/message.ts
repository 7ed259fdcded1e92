import "server-only";
import type { SendMailOptions } from "nodemailer";
import { settings } from "@/lib/env/settings";
import { type Letter, letterHtml, letterText } from "./letter";
import type { MailKind } from "./limits";

interface Envelope {
  id: string;
  kind: MailKind;
  /** Checked before: one plain address. */
  toEmail: string;
}

const CALENDAR_FILES = { REQUEST: "invite.ics", CANCEL: "cancelled.ics" };

/** The whole message. Its id comes from the row, so that a second sending is the same message to a mail program. */
export function messageOf({ id, kind, toEmail }: Envelope, letter: Letter): SendMailOptions {
  const host = settings.url.hostname;
  return {
    messageId: `<${id}@${host}>`,
    from: settings.mailFrom,
    to: { name: "", address: toEmail },
    subject: oneLine(letter.subject),
    text: letterText(letter),
    html: letterHtml(letter),
    attachments: letter.attachments,
    ...(letter.calendar && { icalEvent: { ...letter.calendar, filename: CALENDAR_FILES[letter.calendar.method] } }),
    ...(letter.thread && { references: `<${letter.thread}@${host}>`, inReplyTo: `<${letter.thread}@${host}>` }),
    ...(letter.replyTo && { replyTo: letter.replyTo }),
    headers: {
      "List-Id": `Stafeta <${kind}.${host}>`,
      "Auto-Submitted": "auto-generated",
      "Content-Language": letter.locale,
      ...(letter.unsubscribe && {
        "List-Unsubscribe": `<${letter.unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Names and titles come from people: a header holds no line ends, no other controls, and no signs that turn what follows. */
function oneLine(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
}
