import { CommitmentList } from "@/components/commitments/commitment-list";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { languageNames } from "@/lib/people/language-names";
import { languageOf } from "@/lib/people/language-of";
import type { PersonPage } from "@/lib/people/types";
import { PersonAnswers } from "./person-answers";
import { PersonComments } from "./person-comments";
import { PersonSessions } from "./person-sessions";
import { PersonWriteUps } from "./person-write-ups";

interface Props {
  person: PersonPage;
  at: Date;
  /** The reader's. */
  zone: string;
  locale: Locale;
}

/** What somebody can help with, and what they did. What there is nothing of is left out, but for what they wrote. */
export function PersonScreen({ person, at, zone, locale }: Props) {
  const t = translator(locale, "person");
  const { writeUps, comments, sessions, commitments, answered, expertise, languages, isMe } = person;
  return (
    <>
      <Band id="help" title={t("help")}>
        <div className="text stack">
          {expertise ? (
            <p className="lead typed" dir="auto" lang={languageOf(expertise, languages)}>
              {expertise}
            </p>
          ) : (
            <p className="muted">{isMe ? <a href="/settings#profile">{t("helpEmptyMe")}</a> : t("helpEmpty")}</p>
          )}
          <p>{t("reads", { count: languages.length, languages: languageNames(languages, locale) })}</p>
        </div>
      </Band>
      {writeUps.items.length > 0 && (
        <Band id="write-ups" title={t("writeUps")} note={t("writeUpsNote")}>
          <PersonWriteUps writeUps={writeUps} locale={locale} />
        </Band>
      )}
      {comments.length > 0 && (
        <Band id="comments" title={t("comments")}>
          <PersonComments comments={comments} zone={zone} locale={locale} />
        </Band>
      )}
      {writeUps.items.length + comments.length === 0 && (
        <Band id="wrote" title={t("wrote")}>
          <p className="text muted">{t("wroteEmpty")}</p>
        </Band>
      )}
      {answered.length > 0 && (
        <Band id="answers" title={t("answered")}>
          <PersonAnswers answered={answered} locale={locale} />
        </Band>
      )}
      {sessions.length > 0 && (
        <Band id="sessions" title={t("sessions")} note={t("sessionsNote")}>
          <PersonSessions sessions={sessions} at={at} zone={zone} locale={locale} />
        </Band>
      )}
      {commitments.length > 0 && (
        <Band id="commitments" title={t("commitments")}>
          <div className="text">
            <CommitmentList items={commitments} locale={locale} />
          </div>
        </Band>
      )}
    </>
  );
}

function Band(props: { id: string; title: string; note?: string; children: React.ReactNode }) {
  return (
    <section className="band" aria-labelledby={props.id}>
      <header className="hung">
        <h2 id={props.id}>{props.title}</h2>
        {props.note && <p>{props.note}</p>}
      </header>
      {props.children}
    </section>
  );
}
