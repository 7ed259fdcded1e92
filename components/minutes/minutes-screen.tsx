import { Done } from "@/components/people/done";
import { SessionKicker } from "@/components/running/session-kicker";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { MinutesView } from "@/lib/minutes/types";
import { whenWords } from "@/lib/minutes/words";
import { formatDateTime, formatDay } from "@/lib/time/format";
import { AmendForm, LockForm } from "./minutes-forms";
import { Outputs, SummaryBand, TakenOn, WhoCame } from "./minutes-parts";
import { OutputList } from "./output-list";

interface Props {
  view: MinutesView;
  done?: "saved" | "merged" | "locked" | "amended";
  formKey: string;
  locale: Locale;
}

/** A session afterwards, to read, to print and to take along. */
export function MinutesScreen({ view, done, formKey, locale }: Props) {
  const t = translator(locale, "minutes");
  const { session, locked, abilities } = view;
  const { readerZone: zone } = session;
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <SessionKicker session={session} locale={locale} />
          <h1>{t("title")}</h1>
          {session.purpose && (
            <p className="lead" lang={session.language === locale ? undefined : session.language}>
              {session.purpose}
            </p>
          )}
          <p className="small muted">
            {whenWords(session, locale)} <br />
            {translator(locale, "sessions")(`confidentiality.${session.confidentiality}`)}{" "}
            {locked ? t("lockedOn", { name: locked.by, day: formatDay(locked.at, zone, locale) }) : t("notLocked")}
          </p>
          {done && <Done>{t(`done.${done}`)}</Done>}
          <p className="actions">
            <a className="button quiet" href={`/sessions/${session.id}/minutes/pdf`}>
              {t("pdf")}
            </a>
            <a href={`/sessions/${session.id}/minutes/pdf?open`}>{t("print")}</a>
          </p>
        </div>
      </div>
      <SummaryBand view={view} locale={locale} />
      <Outputs view={view} locale={locale} />
      <TakenOn view={view} locale={locale} />
      {view.openQuestions.length > 0 && (
        <section className="band" aria-labelledby="open-questions">
          <h2 className="hung" id="open-questions">
            {t("openQuestions")}
          </h2>
          <div className="text">
            <OutputList outputs={view.openQuestions} locale={locale} />
          </div>
        </section>
      )}
      <WhoCame view={view} locale={locale} />
      {locked && (view.amendments.length > 0 || abilities.amend) && (
        <section className="band" aria-labelledby="amendments">
          <header className="hung">
            <h2 id="amendments">{t("amendments")}</h2>
            <p>{t("amendmentsNote")}</p>
          </header>
          <div className="text stack loose">
            {view.amendments.length > 0 && (
              <ul className="lines">
                {view.amendments.map(({ id, body, language, author, at }) => (
                  <li key={id}>
                    <p className="typed" lang={language === locale ? undefined : language}>
                      {body}
                    </p>
                    <p className="small muted">
                      {author}, {formatDateTime(at, zone, locale)}
                    </p>
                  </li>
                ))}
              </ul>
            )}
            {abilities.amend && (
              <AmendForm sessionId={session.id} language={session.language} formKey={formKey} locale={locale} />
            )}
          </div>
        </section>
      )}
      {session.abilities.run && !locked && (
        <section className="band no-print" aria-labelledby="lock">
          <h2 className="hung" id="lock">
            {t("lockTitle")}
          </h2>
          <div className="text stack">
            <p>{t("lockLead")}</p>
            {abilities.lock ? (
              <LockForm sessionId={session.id} locale={locale} />
            ) : (
              <p className="muted">{t("lockLater")}</p>
            )}
          </div>
        </section>
      )}
    </>
  );
}
