import { Ticker } from "@/components/running/ticker";
import { leadWords } from "@/lib/formats/lead-words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { PlannedStep, Run } from "@/lib/running/types";
import { cityName } from "@/lib/sessions/city-name";
import type { AgendaEntry, SessionView } from "@/lib/sessions/types";
import { formatClock } from "@/lib/time/format";

interface Props {
  session: SessionView;
  /** How it really goes; without it, or before it starts, the agenda is as planned. */
  run?: Run;
  place: string;
  locale: Locale;
}

/** The steps in the reader's clock; what is done is filled, the running one is the thick part. */
export function Agenda({ session, run, place, locale }: Props) {
  const t = translator(locale, "sessions");
  const { agenda, minutes, moment, status } = session;
  const sum = agenda.reduce((all, step) => all + step.minutes, 0);
  const timed = run?.live || run?.timed;
  const running = status !== "cancelled" && (timed ? run.live : moment === "now");
  return (
    <section className="band left" aria-labelledby="agenda">
      <h2 id="agenda">{t("agenda")}</h2>
      {agenda.length === 0 ? (
        <p className="muted">{t("agendaEmpty")}</p>
      ) : (
        <>
          <p className="small muted over">
            {t("agendaNote", { place, minutes: sum, steps: agenda.length })} {running && t("agendaNow")}
          </p>
          {sum !== minutes && !timed && <p className="note over">{t("agendaSum", { sum, minutes })}</p>}
          {run?.live && <Lateness run={run} session={session} locale={locale} />}
          <ol className="agenda">
            {agenda.map((step) => {
              const real = timed ? run.plan.steps.find(({ id }) => id === step.id) : undefined;
              const leftOut = real?.state === "skipped" || (real?.state === "next" && !running);
              return <Step {...{ step, real, leftOut, session, running, locale }} key={step.id} />;
            })}
          </ol>
        </>
      )}
    </section>
  );
}

function Lateness({ run, session, locale }: { run: Run; session: SessionView; locale: Locale }) {
  const t = translator(locale, "running");
  const { late, endsAt } = run.plan;
  const clock = (at: Date) => formatClock(at, session.readerZone, locale);
  if (late <= 0) return null;
  return (
    <p className="note over">
      <b>{t("late", { minutes: late })}.</b> {t("lateText", { time: clock(endsAt), planned: clock(session.endsAt) })}
    </p>
  );
}

interface StepProps {
  step: AgendaEntry;
  real: PlannedStep | undefined;
  /** Skipped, or not reached before the end. */
  leftOut: boolean;
  session: SessionView;
  running: boolean;
  locale: Locale;
}

function Step({ step, real, leftOut, session, running, locale }: StepProps) {
  const t = translator(locale, "sessions");
  const r = translator(locale, "running");
  const { now, language, status, readerZone } = session;
  const { startsAt, endsAt } = real && !leftOut ? real : step;
  const passed = status !== "cancelled" && endsAt <= now;
  const done = real ? real.state === "done" || leftOut : passed;
  const current = running && (real ? real.state === "now" : !done && startsAt <= now);
  const clock = formatClock(startsAt, readerZone, locale);
  const lead = leadWords(step.lead, session.host && cityName(session.host, locale), locale);
  const ends = new Date(startsAt.getTime() + step.minutes * 60_000);
  return (
    <li className={done ? "done" : undefined} aria-current={current ? "step" : undefined}>
      <time dateTime={startsAt.toISOString()}>{clock}</time>
      <div>
        <h3>
          <span lang={language === locale ? undefined : language}>{step.title}</span>
          {done && running && <span className="vh"> ({leftOut ? r("skipped") : t("stepDone")})</span>}
        </h3>
        {current && (
          <p>
            {ends > now && r("nowUntil", { time: formatClock(ends, readerZone, locale) })}{" "}
            <Ticker
              seconds={Math.round((ends.getTime() - now.getTime()) / 1000)}
              left={r("leftOf")}
              over={r("overOf")}
            />
          </p>
        )}
        <p className="small muted">
          {lead ? t("step", { minutes: step.minutes, lead }) : t("stepAlone", { minutes: step.minutes })}
          {leftOut && `. ${r("skipped")}`}
          {real?.took != null && real.took !== step.minutes && `. ${r("lasted", { minutes: real.took })}`}
          {real && clock !== step.clock && `. ${r("plannedAt", { time: step.clock })}`}
        </p>
      </div>
    </li>
  );
}
