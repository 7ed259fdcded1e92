import Link from "next/link";
import { fromName, standing } from "@/components/asks/words";
import type { Ask } from "@/lib/asks/types";
import type { Actor } from "@/lib/auth/actor";
import type { Commitment } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { lastMinute } from "@/lib/polls/option-words";
import type { VoteToGive } from "@/lib/polls/to-do";
import type { NextSession } from "@/lib/sessions/types";
import { dayParts, formatClock, formatPartialDate, formatShortDay, plainDayParts } from "@/lib/time/format";
import type { WriteUpTask } from "@/lib/write-ups/to-do";
import type { WriteUpCard } from "@/lib/write-ups/types";

interface Props {
  actor: Actor;
  next: NextSession | null;
  tasks: WriteUpTask[];
  asks: Ask[];
  votes: VoteToGive[];
  commitments: Commitment[];
  newest: WriteUpCard[];
  locale: Locale;
}

const TASKS_IN_SIGHT = 3;

/** What waits for me, the most pressing first; what can wait is left for another day. */
export function ToDo({ actor, next, tasks, asks, votes, commitments, newest, locale }: Props) {
  const t = translator(locale, "home");
  const c = translator(locale, "commitments");
  const day = (at: Date) => {
    const { number, month } = dayParts(at, actor.zone, locale);
    return (
      <span className="day">
        <b>{number}</b>
        {month}
      </span>
    );
  };
  const rows = [
    ...tasks
      .filter((task) => task.kind === "approve")
      .map((task) => ({
        key: task.id,
        lead: day(task.since),
        href: `/write-ups/${task.id}/share`,
        text: t("approve", { title: task.title }),
        note: t("approveNote", { name: task.by }),
      })),
    ...asks.map((ask) => ({
      key: ask.id,
      lead: day(ask.clock?.dueAt ?? ask.askedAt),
      href: `/asks/${ask.id}`,
      text: translator(locale, "asks")("todo", { from: fromName(ask, locale), title: ask.title }),
      note: standing(ask, locale),
    })),
    ...[
      ...votes.map(({ sessionId, title, closesAt }) => {
        const until = lastMinute(closesAt);
        return {
          key: sessionId,
          by: until,
          lead: day(until),
          href: `/sessions/${sessionId}#poll`,
          text: t("vote", { title }),
          note: translator(locale, "overview")("pollUntil", {
            day: formatShortDay(until, actor.zone, locale),
            time: formatClock(until, actor.zone, locale),
          }),
        };
      }),
      ...(next && next.myAnswer === null && next.myWorkspaceIds.length > 0
        ? [
            {
              key: next.id,
              by: next.startsAt,
              lead: day(next.startsAt),
              href: `/sessions/${next.id}#answer`,
              text: t("answer", { title: next.title }),
              note: "",
            },
          ]
        : []),
    ].sort((a, b) => a.by.getTime() - b.by.getTime()),
    ...commitments.map(({ id, what, dueOn, daysLate }) => {
      const { number, month } = plainDayParts(dueOn, locale);
      return {
        key: id,
        lead: (
          <span className="day">
            <b>{number}</b>
            {month}
          </span>
        ),
        href: `/commitments/${id}`,
        text: c("todo", { what }),
        note: c("todoNote", { late: daysLate, day: formatPartialDate(dueOn, locale) }),
      };
    }),
    ...(actor.unseen > 0
      ? [
          {
            key: "inbox",
            lead: (
              <span className="day">
                <b>{actor.unseen}</b>
              </span>
            ),
            href: "/inbox",
            text: t("unread", { count: actor.unseen }),
            note: t("inboxNote"),
          },
        ]
      : []),
    ...tasks
      .filter((task) => task.kind === "finish")
      .map((task) => ({
        key: task.id,
        lead: day(task.since),
        href: `/write-ups/${task.id}/edit`,
        text: t("finish", { title: task.title }),
        note: t("finishNote"),
      })),
  ].slice(0, TASKS_IN_SIGHT);
  const [first] = newest;
  if (rows.length === 0) {
    return (
      <p>
        {t("nothing")} {first && <Link href={`/write-ups/${first.id}`}>{t("readNewest", { title: first.title })}</Link>}
      </p>
    );
  }
  return (
    <ol className="rows dated">
      {rows.map(({ key, lead, href, text, note }) => (
        <li key={key}>
          {lead}
          <div>
            <h3>
              <Link href={href}>{text}</Link>
            </h3>
            {note && <p className="small muted">{note}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
