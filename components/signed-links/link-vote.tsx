import Link from "next/link";
import { PollNote } from "@/components/polls/poll";
import { VoteList } from "@/components/polls/vote-list";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { PollView } from "@/lib/polls/types";
import { vote } from "@/lib/signed-links/actions";

interface Props {
  page: { name: string; poll: PollView };
  token: string;
  locale: Locale;
}

/** The vote on a session's time, for the one person to whom the link was sent. */
export function LinkVote({ page: { name, poll }, token, locale }: Props) {
  const t = translator(locale, "links");
  const lang = poll.language === locale ? undefined : poll.language;
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1 lang={lang}>{poll.title}</h1>
          {poll.purpose && (
            <p className="lead" lang={lang}>
              {poll.purpose}
            </p>
          )}
          <p className="small muted">{t("asName", { name })}</p>
        </div>
      </div>
      <section className="band" aria-labelledby="poll-title">
        <header className="hung">
          <h2 id="poll-title">{translator(locale, "polls")("title")}</h2>
          <PollNote poll={poll} locale={locale} />
        </header>
        <div className="matter stack">
          <VoteList poll={poll} action={vote} hidden={{ token }} locale={locale} />
          <p className="small">
            {t("moreNote")} <Link href={`/sessions/${poll.sessionId}`}>{t("more")}</Link>
          </p>
        </div>
      </section>
    </>
  );
}
