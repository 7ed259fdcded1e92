import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName, zoneName } from "@/lib/sessions/city-name";
import type { SessionView } from "@/lib/sessions/types";
import { Agenda } from "./agenda";
import { Readings } from "./readings";
import { Relay } from "./relay";
import { SessionOpening } from "./session-opening";
import { WhoComes } from "./who-comes";

interface Props {
  session: SessionView;
  locale: Locale;
  /** What comes back, and what is taken on. */
  commitments?: React.ReactNode;
  /** What is said about it: a band of its own with the id "comments". */
  thread?: React.ReactNode;
}

/** A session before, while it is on, and after. */
export function SessionScreen({ session, locale, commitments, thread }: Props) {
  const t = translator(locale, "sessions");
  const place = session.readerCity ? cityName(session.readerCity, locale) : zoneName(session.readerZone);
  return (
    <>
      <div className="opening">
        <SessionOpening session={session} place={place} locale={locale} />
        <WhoComes session={session} locale={locale} />
      </div>
      {session.status !== "cancelled" && <Relay session={session} hasThread={Boolean(thread)} locale={locale} />}
      <div className="pair">
        <Agenda session={session} place={place} locale={locale} />
        <Readings session={session} locale={locale} />
      </div>
      {commitments}
      {thread}
      {(session.abilities.edit || session.abilities.cancel) && (
        <section className="band light" aria-labelledby="manage">
          <h2 className="hung" id="manage">
            {t("manage")}
          </h2>
          <p className="text actions">
            {session.abilities.edit && <Link href={`/sessions/${session.id}/move`}>{t("move")}</Link>}
            {session.abilities.cancel && <Link href={`/sessions/${session.id}/cancel`}>{t("cancelIt")}</Link>}
          </p>
        </section>
      )}
    </>
  );
}
