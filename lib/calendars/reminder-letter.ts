import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { absolute, type Composed, type Letter } from "@/lib/mail/letter";
import type { Mail } from "@/lib/mail/send";
import { getSession } from "@/lib/sessions/queries";
import type { SessionView } from "@/lib/sessions/types";
import { formatRelativeDay } from "@/lib/time/format";
import { answerBlocks, clockBlocks, wayIn } from "./letter-blocks";
import { about, opening, startOf } from "./letter-words";
import { REMIND_BEFORE } from "./limits";

const SLACK = 10 * 60 * 1000;

/** A day and an hour before, by the reader's clock, with the way in. Dropped for what has been moved or called off since. */
export async function reminderLetter({ personId, sessionId, createdAt }: Mail): Promise<Composed> {
  const actor = personId ? await actorOf(personId).catch(() => null) : null;
  if (!actor || !sessionId) return { dropped: "gone" };
  const session = await getSession(actor, sessionId);
  if (!session) return { dropped: "access ended" };
  const ahead = session.startsAt.getTime() - createdAt.getTime();
  if (session.status === "cancelled" || ahead > REMIND_BEFORE.day + SLACK) return { dropped: "superseded" };
  if (session.status === "polling") return { dropped: "voted on" };
  if (session.moment === "after") return { dropped: "over" };
  if (session.myAnswer === "not") return { dropped: "not coming" };
  return { letter: { ...(await words(actor, session)), thread: `session-${session.id}` } };
}

async function words(actor: Actor, session: SessionView): Promise<Letter> {
  const t = translator(actor.locale, "calendars");
  const { startsAt, now, title } = session;
  const kind = startsAt.getTime() - now.getTime() <= REMIND_BEFORE.hour + SLACK ? "hour" : "day";
  const when = formatRelativeDay(startsAt, now, actor.zone, actor.locale);
  const start = startOf(actor, session);
  return {
    locale: actor.locale,
    subject: t(`reminder.${kind}.subject`, { title, when: capital(when), clock: start.clock }),
    blocks: [
      { kind: "text", text: t(`reminder.${kind}.lead`) },
      ...about(session),
      ...clockBlocks(actor, session),
      ...wayIn(actor, session),
      ...(session.myAnswer === null ? await answerBlocks(actor, session) : []),
      opening(actor, session),
    ],
    footer: t("footer", { url: absolute("/calendar") }),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
