import "server-only";
import { actorOf } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { absolute, type Composed } from "@/lib/mail/letter";
import type { Mail } from "@/lib/mail/send";
import type { StoredAnswer } from "@/lib/sessions/limits";
import { getSession } from "@/lib/sessions/queries";
import type { SessionView } from "@/lib/sessions/types";
import { calendarMessage } from "./file";
import { cancelled, invited } from "./letter-words";
import { toldBefore, whyVoid } from "./order";
import type { CalendarAttendee } from "./write";

const PARTSTAT: Record<StoredAnswer, NonNullable<CalendarAttendee["answer"]>> = {
  going: "ACCEPTED",
  tentative: "TENTATIVE",
  waiting: "TENTATIVE",
  not: "DECLINED",
};

/** An invitation, a move or a cancellation, for a person and for their calendar, as they may know it at this moment. */
export async function calendarLetter(mail: Mail): Promise<Composed> {
  const actor = mail.personId ? await actorOf(mail.personId).catch(() => null) : null;
  if (!actor || !mail.sessionId) return { dropped: "gone" };
  const session = await getSession(actor, mail.sessionId);
  if (!session) return { dropped: "access ended" };
  if (session.moment === "after") return { dropped: "over" };
  const method = mail.kind === "calendar-cancel" ? "CANCEL" : "REQUEST";
  if (method === "REQUEST" && !isConcerned(session)) return { dropped: "not invited" };
  const words = method === "CANCEL" ? cancelled(actor, session) : await invited(actor, session, await toldBefore(mail));
  const attendee = {
    name: actor.name,
    email: actor.email,
    answer: session.myAnswer ? PARTSTAT[session.myAnswer] : undefined,
    optional: !session.cities.some(({ id, required }) => required && session.myWorkspaceIds.includes(id)),
  };
  return {
    letter: {
      ...words,
      locale: actor.locale,
      footer: translator(actor.locale, "calendars")("footer", { url: absolute("/calendar") }),
      calendar: { method, content: calendarMessage(session, method, attendee, revision(session, mail)) },
      thread: `session-${session.id}`,
    },
    inTurn: (tx) => whyVoid(tx, mail),
  };
}

/** Whether it belongs in the reader's calendar: their city is invited, or they mean to come. */
function isConcerned({ cities, myWorkspaceIds, myAnswer }: SessionView): boolean {
  return cities.some(({ id }) => myWorkspaceIds.includes(id)) || (myAnswer !== null && myAnswer !== "not");
}

/** When what it says came about: the session's last revision, or the invitation of this person, which may be later. */
function revision({ stampedAt }: SessionView, { createdAt }: Mail): Date {
  return createdAt > stampedAt ? createdAt : stampedAt;
}
