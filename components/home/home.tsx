import Link from "next/link";
import { fromName, standing } from "@/components/asks/words";
import { City } from "@/components/ui/plate";
import { Results } from "@/components/write-ups/results";
import type { Ask } from "@/lib/asks/types";
import type { Actor } from "@/lib/auth/actor";
import type { Commitment } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { NextSession } from "@/lib/sessions/types";
import { dayParts, formatPartialDate, formatRelativeDay, plainDayParts } from "@/lib/time/format";
import type { WriteUpTask } from "@/lib/write-ups/to-do";
import type { WriteUpCard } from "@/lib/write-ups/types";
import { NextSessionOpening } from "./next-session";

interface Props {
  actor: Actor;
  next: NextSession | null;
  tasks: WriteUpTask[];
  asks: Ask[];
  commitments: Commitment[];
  newest: WriteUpCard[];
  mayWrite: boolean;
  now: Date;
  locale: Locale;
}

const TASKS_IN_SIGHT = 3;

/** What needs me: the next session in my time, at most three things to do, what is new. */
export function Home({ actor, next, tasks, asks, commitments, newest, mayWrite, now, locale }: Props) {
  const t = translator(locale, "home");
  if (actor.memberships.length === 0) return <Outside newest={newest} locale={locale} />;
  return (
    <>
      <h1 className="vh">{t("title")}</h1>
      <NextSessionOpening next={next} now={now} zone={actor.zone} locale={locale} />
      <div className="pair">
        <section className="band left" aria-labelledby="to-do">
          <h2 className="over" id="to-do">
            {t("todo")}
          </h2>
          <ToDo
            actor={actor}
            next={next}
            tasks={tasks}
            asks={asks}
            commitments={commitments}
            newest={newest}
            locale={locale}
          />
          <h3 className="under">{t("start")}</h3>
          <ul className="stack tight">
            {mayWrite && (
              <li>
                <Link className="act" href="/write-ups/new">
                  {t("startWrite")}
                </Link>
              </li>
            )}
            <li>
              <Link className="act" href="/settings">
                {t("startProfile")}
              </Link>
            </li>
            <li>
              <Link className="act" href="/people">
                {t("startCities")}
              </Link>
            </li>
            <li>
              <Link className="act" href="/asks">
                {translator(locale, "asks")("ask")}
              </Link>
            </li>
          </ul>
        </section>
        <section className="band right" aria-labelledby="new">
          <h2 className="over" id="new">
            {t("new")}
          </h2>
          <ul className="rows">
            {newest.map((item) => (
              <li key={item.id}>
                <City city={item.city} quiet />
                <div>
                  <h3 lang={item.language === locale ? undefined : item.language}>
                    <Link href={`/write-ups/${item.id}`}>{item.title}</Link>
                  </h3>
                  <p className="small muted">
                    {item.kind === "case" ? t("caseShared") : t("practiceShared")}
                    {item.releasedAt && `. ${formatRelativeDay(item.releasedAt, now, actor.zone, locale)}`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
          <p>
            <Link className="act" href="/library">
              {t("everything")}
            </Link>
          </p>
        </section>
      </div>
    </>
  );
}

function ToDo({ actor, next, tasks, asks, commitments, newest, locale }: Omit<Props, "mayWrite" | "now">) {
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
    ...(next && next.myAnswer === null && next.myWorkspaceIds.length > 0
      ? [
          {
            key: next.id,
            lead: day(next.startsAt),
            href: `/sessions/${next.id}#answer`,
            text: t("answer", { title: next.title }),
            note: "",
          },
        ]
      : []),
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

/** Somebody with an account and no current membership: what everybody may read. */
function Outside({ newest, locale }: { newest: WriteUpCard[]; locale: Locale }) {
  const t = translator(locale, "home");
  return (
    <>
      <div className="opening">
        <div className="matter stack">
          <h1>{t("outsideTitle")}</h1>
          <p className="lead">{t("outsideText")}</p>
        </div>
      </div>
      <section className="band" aria-labelledby="public">
        <h2 className="hung" id="public">
          {t("public")}
        </h2>
        <Results items={newest} locale={locale} className="matter" />
      </section>
    </>
  );
}
