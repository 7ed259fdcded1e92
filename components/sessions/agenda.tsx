import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { leadWords } from "@/lib/sessions/lead-words";
import type { AgendaEntry, SessionView } from "@/lib/sessions/types";

interface Props {
  session: SessionView;
  place: string;
  locale: Locale;
}

/** The steps in the reader's clock; what is done is filled, the running one is the thick part. */
export function Agenda({ session, place, locale }: Props) {
  const t = translator(locale, "sessions");
  const { agenda, minutes, moment, status } = session;
  const sum = agenda.reduce((all, step) => all + step.minutes, 0);
  const running = moment === "now" && status !== "cancelled";
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
          {sum !== minutes && <p className="note over">{t("agendaSum", { sum, minutes })}</p>}
          <ol className="agenda">
            {agenda.map((step) => (
              <Step step={step} session={session} running={running} locale={locale} key={step.id} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

interface StepProps {
  step: AgendaEntry;
  session: SessionView;
  running: boolean;
  locale: Locale;
}

function Step({ step, session, running, locale }: StepProps) {
  const t = translator(locale, "sessions");
  const { now, language, status } = session;
  const done = status !== "cancelled" && step.endsAt <= now;
  const current = running && !done && step.startsAt <= now;
  const lead = leadWords(step.lead, session.host && cityName(session.host, locale), locale);
  const left = Math.max(1, Math.ceil((step.endsAt.getTime() - now.getTime()) / 60_000));
  return (
    <li className={done ? "done" : undefined} aria-current={current ? "step" : undefined}>
      <time dateTime={step.startsAt.toISOString()}>{step.clock}</time>
      <div>
        <h3>
          <span lang={language === locale ? undefined : language}>{step.title}</span>
          {done && running && <span className="vh"> ({t("stepDone")})</span>}
        </h3>
        {current && <p>{t("nowUntil", { time: step.endClock, minutes: left })}</p>}
        <p className="small muted">
          {lead ? t("step", { minutes: step.minutes, lead }) : t("stepAlone", { minutes: step.minutes })}
        </p>
      </div>
    </li>
  );
}
