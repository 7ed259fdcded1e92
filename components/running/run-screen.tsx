import Link from "next/link";
import { leadWords } from "@/lib/formats/lead-words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { RunSheet } from "@/lib/running/types";
import { cityName, zoneName } from "@/lib/sessions/city-name";
import type { SessionView } from "@/lib/sessions/types";
import { formatClock } from "@/lib/time/format";
import { EndForm, Lateness, StartForm, StepForm } from "./controls";
import { Crew } from "./crew";
import { SessionKicker } from "./session-kicker";
import { StepsTable } from "./steps-table";
import { Ticker } from "./ticker";

interface Props {
  session: SessionView;
  sheet: RunSheet;
  locale: Locale;
}

/** What whoever runs a session has before them: the step, what is left of it, and the way on. */
export function RunScreen(props: Props) {
  const { session, sheet, locale } = props;
  const t = translator(locale, "running");
  const { run } = sheet;
  const last = !run.plan.steps.some(({ state }) => state === "next");
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <SessionKicker session={session} locale={locale} />
          {run.live ? <Live {...props} /> : <NotLive {...props} />}
        </div>
        {(run.live || session.status === "scheduled") && <Crew {...props} />}
      </div>
      {run.plan.steps.length > 0 && (
        <section className="band" aria-labelledby="steps">
          <h2 className="hung" id="steps">
            {t("steps")}
          </h2>
          <div className="matter stack loose">
            <StepsTable session={session} run={run} locale={locale} />
            {run.live && <EndForm sessionId={session.id} last={last} locale={locale} />}
          </div>
        </section>
      )}
      {run.live && run.plan.steps.length === 0 && (
        <section className="band" aria-label={t("end")}>
          <div className="matter">
            <EndForm sessionId={session.id} last locale={locale} />
          </div>
        </section>
      )}
      <nav className="band light" aria-labelledby="more">
        <h2 className="hung" id="more">
          {t("goLinks")}
        </h2>
        <p className="matter actions">
          <Link href={`/sessions/${session.id}#notes`}>{translator(locale, "minutes")("kinds.note")}</Link>
          <Link href={`/sessions/${session.id}/questions`}>{translator(locale, "questions")("title")}</Link>
          <Link href={`/sessions/${session.id}/attendance`}>{translator(locale, "attendance")("title")}</Link>
          <Link href={`/sessions/${session.id}/minutes`}>{translator(locale, "minutes")("title")}</Link>
        </p>
      </nav>
    </>
  );
}

function Live({ session, sheet, locale }: Props) {
  const t = translator(locale, "running");
  const { plan } = sheet.run;
  const current = plan.steps.find(({ state }) => state === "now");
  const step = session.agenda.find(({ id }) => id === current?.id);
  if (!current || !step)
    return (
      <>
        <h1>{t("title")}</h1>
        <p className="lead">{t("noStep")}</p>
        <StepForm {...{ session, sheet, locale }} />
      </>
    );
  const ends = new Date(current.startsAt.getTime() + current.minutes * 60_000);
  const lead = leadWords(step.lead, session.host && cityName(session.host, locale), locale);
  return (
    <>
      <p className="clock">
        <Ticker
          seconds={Math.round((ends.getTime() - session.now.getTime()) / 1000)}
          left={t("leftOf")}
          over={t("overOf")}
        />
      </p>
      <h1 className="head" lang={session.language === locale ? undefined : session.language}>
        {step.title}
      </h1>
      <p className="lead">
        {ends > session.now && t("nowUntil", { time: formatClock(ends, session.readerZone, locale) })}{" "}
        {lead && `${lead.charAt(0).toUpperCase()}${lead.slice(1)}.`}
      </p>
      <Lateness {...{ session, sheet, locale }} />
      <StepForm {...{ session, sheet, locale }} />
    </>
  );
}

function NotLive({ session, sheet, locale }: Props) {
  const t = translator(locale, "running");
  const place = session.readerCity ? cityName(session.readerCity, locale) : zoneName(session.readerZone);
  const clock = (at: Date) => formatClock(at, session.readerZone, locale);
  return (
    <>
      <h1>{t("title")}</h1>
      {session.status === "cancelled" && <p className="lead">{t("cancelled")}</p>}
      {session.status === "held" && (
        <p className="lead">{session.heldAt ? t("over", { time: clock(session.heldAt) }) : t("notRun")}</p>
      )}
      {(session.status === "scheduled" || session.status === "polling") && (
        <>
          <p className="lead">{t("lead")}</p>
          <p>
            {t("startsAt", { time: clock(session.startsAt), place })}{" "}
            {!sheet.mayStart && t("startFrom", { time: clock(sheet.doorsAt) })}
          </p>
        </>
      )}
      {sheet.mayStart && <StartForm sessionId={session.id} locale={locale} />}
    </>
  );
}
