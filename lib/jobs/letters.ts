import "server-only";
import { calendarLetter } from "@/lib/calendars/letter";
import { reminderLetter } from "@/lib/calendars/reminder-letter";
import { refusedLetter } from "@/lib/inbound/refused-letter";
import { digestLetter } from "@/lib/inbox/digest-letter";
import { newsLetter } from "@/lib/inbox/news-letter";
import { invitationLetter } from "@/lib/mail/invitation-letter";
import type { MailKind } from "@/lib/mail/limits";
import { type Composer, sendMail } from "@/lib/mail/send";
import { signInLetter } from "@/lib/mail/sign-in-letter";
import { minutesLetter } from "@/lib/minutes/letter";
import { pollLetter } from "@/lib/polls/letter";

/** Sends a queued mail. */
export function sendLetter(mailId: string): Promise<void> {
  return sendMail(mailId, letters);
}

/** Who writes each kind of letter. */
const letters: Record<MailKind, Composer> = {
  "sign-in": ({ signInRequestId }) => signInLetter(signInRequestId),
  invitation: ({ invitationId }) => invitationLetter(invitationId),
  news: ({ id, personId }) => newsLetter(id, personId),
  digest: ({ id, personId }) => digestLetter(id, personId),
  "calendar-request": calendarLetter,
  "calendar-cancel": calendarLetter,
  poll: pollLetter,
  reminder: reminderLetter,
  minutes: ({ sessionId, personId }) => minutesLetter(sessionId, personId),
  "reply-refused": refusedLetter,
};
