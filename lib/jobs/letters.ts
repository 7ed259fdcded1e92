import "server-only";
import { newsLetter } from "@/lib/inbox/news-letter";
import { invitationLetter } from "@/lib/mail/invitation-letter";
import type { MailKind } from "@/lib/mail/limits";
import { type Composer, sendMail } from "@/lib/mail/send";
import { signInLetter } from "@/lib/mail/sign-in-letter";

const nobody: Composer = async () => ({ dropped: "no letter of this kind" });

/** Sends a queued mail. */
export function sendLetter(mailId: string): Promise<void> {
  return sendMail(mailId, letters);
}

/** Who writes each kind of letter. */
const letters: Record<MailKind, Composer> = {
  "sign-in": ({ signInRequestId }) => signInLetter(signInRequestId),
  invitation: ({ invitationId }) => invitationLetter(invitationId),
  news: ({ id, personId }) => newsLetter(id, personId),
  "calendar-request": nobody,
  "calendar-cancel": nobody,
  poll: nobody,
  reminder: nobody,
  minutes: nobody,
};
