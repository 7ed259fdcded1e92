import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { notifications } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { absolute, type Block, type Composed } from "@/lib/mail/letter";
import type { Mail } from "@/lib/mail/send";
import { placeOf } from "@/lib/sessions/city-name";
import { getSession } from "@/lib/sessions/queries";
import type { SessionView } from "@/lib/sessions/types";
import { linkFor } from "@/lib/signed-links/link-for";
import { formatClock, formatDay } from "@/lib/time/format";
import { clock } from "@/lib/time/now";
import { lastMinute, optionWords } from "./option-words";
import { getPoll } from "./queries";
import type { PollView } from "./types";

/**
 * Asks for a vote, as its reader may know the poll at this moment; or, when they have asked for another link to a session
 * whose time is settled, for their answer. Nobody is asked for what they have said already, unless they wish to.
 */
export async function pollLetter({ personId, sessionId, sequence, createdAt }: Mail): Promise<Composed> {
  const actor = personId ? await actorOf(personId).catch(() => null) : null;
  const session = actor && (await getSession(actor, sessionId ?? ""));
  if (!actor || !session) return { dropped: "access ended" };
  const poll = await getPoll(actor, session.id);
  const wished = sequence !== null;
  if (poll) {
    if (poll.closed) return { dropped: "over" };
    if (!wished && poll.options.some(({ mine }) => mine !== null)) return { dropped: "has voted" };
    return askForVote(actor, poll, await isReminder(actor.personId, session.id, createdAt));
  }
  if (!session.abilities.answer) return { dropped: "access ended" };
  return wished && sequence === session.sequence ? askForAnswer(actor, session) : { dropped: "over" };
}

async function askForVote(actor: Actor, poll: PollView, reminder: boolean): Promise<Composed> {
  const { locale, zone, personId } = actor;
  const t = translator(locale, "polls.letter");
  const last = poll.options.at(-1)?.startsAt ?? poll.closesAt;
  const path = await linkFor(db, { purpose: "vote", personId, sessionId: poll.sessionId, days: daysUntil(last) });
  const words = poll.options.filter(({ passed }) => !passed).map((option) => optionWords(option, poll, locale));
  const until = lastMinute(poll.closesAt);
  const place = words[0]?.place ?? "";
  return {
    letter: {
      locale,
      subject: t(reminder ? "subjectReminder" : "subject", { title: poll.title }),
      blocks: [
        { kind: "heading", text: poll.title, language: poll.language },
        ...purposeOf(poll.purpose),
        {
          kind: "text",
          text: t(reminder ? "leadReminder" : "lead", { name: poll.organiser.name, minutes: poll.minutes }),
        },
        ...words.map(({ day, clock, place, organiser }): Block => {
          const own = t("option", { day, clock, place });
          return { kind: "text", text: organiser ? `${own}.\n${organiser}.` : own };
        }),
        { kind: "link", text: t("link"), href: absolute(path) },
        {
          kind: "text",
          text: t("until", { day: formatDay(until, zone, locale), time: formatClock(until, zone, locale), place }),
        },
      ],
      footer: t("footer"),
    },
  };
}

async function askForAnswer(actor: Actor, session: SessionView): Promise<Composed> {
  const { locale, zone, personId } = actor;
  const t = translator(locale, "polls.letter");
  const days = daysUntil(session.endsAt);
  const path = await linkFor(db, { purpose: "answer", personId, sessionId: session.id, days });
  return {
    letter: {
      locale,
      subject: t("subjectAnswer", { title: session.title }),
      blocks: [
        { kind: "heading", text: session.title, language: session.language },
        {
          kind: "text",
          text: t("option", {
            day: formatDay(session.startsAt, zone, locale),
            clock: `${formatClock(session.startsAt, zone, locale)}–${formatClock(session.endsAt, zone, locale)}`,
            place: placeOf(zone, session.cities, session.myWorkspaceIds, locale),
          }),
        },
        { kind: "link", text: t("linkAnswer"), href: absolute(path) },
      ],
      footer: t("footer"),
    },
  };
}

function purposeOf(purpose: string): Block[] {
  return purpose === "" ? [] : [{ kind: "text", text: purpose }];
}

/** So that a link holds a little longer than what it is for. */
function daysUntil(moment: Date): number {
  return Math.max(14, Math.ceil((moment.getTime() - clock.now().getTime()) / 86_400_000) + 2);
}

/** Whether the letter was queued together with a reminder in the Inbox. */
async function isReminder(personId: string, sessionId: string, queuedAt: Date): Promise<boolean> {
  const [row] = await db
    .select({ id: notifications.id })
    .from(notifications)
    .where(
      and(
        eq(notifications.personId, personId),
        eq(notifications.sessionId, sessionId),
        eq(notifications.kind, "poll-reminder"),
        sql`abs(extract(epoch from ${notifications.createdAt} - ${queuedAt.toISOString()}::timestamptz)) < 1`,
      ),
    );
  return row !== undefined;
}
