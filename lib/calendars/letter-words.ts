import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { translator } from "@/lib/i18n/translator";
import { absolute, type Block, type Letter } from "@/lib/mail/letter";
import type { SessionView } from "@/lib/sessions/types";
import { formatClock, formatDay } from "@/lib/time/format";
import { answerBlocks, clockBlocks, wayIn } from "./letter-blocks";

type Words = Pick<Letter, "subject" | "blocks">;

/** For those who are invited, or whose session has another time or place than they were told. */
export async function invited(actor: Actor, session: SessionView, before: boolean): Promise<Words> {
  const t = translator(actor.locale, "calendars");
  const kind = before ? "moved" : "invitation";
  return {
    subject: t(`${kind}.subject`, { title: session.title, ...startOf(actor, session) }),
    blocks: [
      { kind: "text", text: t(`${kind}.lead`, { name: session.creator.name }) },
      ...about(session),
      ...clockBlocks(actor, session),
      ...wayIn(actor, session),
      ...(await answerBlocks(actor, session)),
      opening(actor, session),
    ],
  };
}

export function cancelled(actor: Actor, session: SessionView): Words {
  const t = translator(actor.locale, "calendars");
  const kind = session.status === "cancelled" ? "cancelled" : "withdrawn";
  const reason: Block[] = session.cancelledReason ? [{ kind: "text", text: session.cancelledReason }] : [];
  return {
    subject: t(`${kind}.subject`, { title: session.title, ...startOf(actor, session) }),
    blocks: [
      { kind: "text", text: t(`${kind}.lead`) },
      ...reason,
      ...about(session),
      { kind: "text", text: t("wasPlanned", startOf(actor, session)) },
      opening(actor, session),
    ],
  };
}

/** What the session is, and what it wants to find out. */
export function about({ title, language, purpose }: SessionView): Block[] {
  const heading: Block = { kind: "heading", text: title, language };
  return purpose === "" ? [heading] : [heading, { kind: "text", text: purpose }];
}

export function opening({ locale }: Actor, { id }: SessionView): Block {
  return { kind: "link", text: translator(locale, "calendars")("open"), href: absolute(`/sessions/${id}`) };
}

/** Day and time by the reader's own clock. */
export function startOf({ zone, locale }: Actor, { startsAt }: SessionView): { day: string; clock: string } {
  return { day: formatDay(startsAt, zone, locale), clock: formatClock(startsAt, zone, locale) };
}
