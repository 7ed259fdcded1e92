import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { vote } from "@/lib/polls/actions";
import { lastMinute } from "@/lib/polls/option-words";
import type { PollView } from "@/lib/polls/types";
import { cityName, zoneName } from "@/lib/sessions/city-name";
import { formatClock, formatDay } from "@/lib/time/format";
import { VoteList } from "./vote-list";
import { Waiting } from "./waiting";

interface Props {
  poll: PollView;
  /** On which page it stands, to come back to it. */
  at: "session" | "poll";
  locale: Locale;
}

/** The vote on when a session takes place: a band of its own with the id "poll". */
export function Poll({ poll, at, locale }: Props) {
  const t = translator(locale, "polls");
  const { sessionId, abilities } = poll;
  return (
    <>
      <section className="band" id="poll" aria-labelledby="poll-title">
        <header className="hung">
          <h2 id="poll-title">{t("title")}</h2>
          <PollNote poll={poll} locale={locale} />
        </header>
        <div className="matter">
          <VoteList poll={poll} action={vote} hidden={{ id: sessionId, at }} locale={locale} />
          {(abilities.decide || (abilities.vote && poll.suggestionsLeft > 0)) && (
            <p className="actions under">
              {abilities.vote && poll.suggestionsLeft > 0 && (
                <Link className="button quiet" href={`/sessions/${sessionId}/poll/suggest`}>
                  {t("suggest")}
                </Link>
              )}
              {abilities.decide && at === "session" && (
                <Link href={`/sessions/${sessionId}/poll#manage`}>{t("manage")}</Link>
              )}
            </p>
          )}
        </div>
      </section>
      <Waiting poll={poll} locale={locale} />
    </>
  );
}

/** Who asks, until when one may vote, and how many have. */
export function PollNote({ poll, locale }: { poll: PollView; locale: Locale }) {
  const t = translator(locale, "polls");
  const { organiser, minutes, closed, readerZone: zone, readerCity } = poll;
  const until = lastMinute(poll.closesAt);
  const place = readerCity ? cityName(readerCity, locale) : zoneName(zone);
  const values = { day: formatDay(until, zone, locale), time: formatClock(until, zone, locale), place };
  return (
    <>
      <p>{t("lead", { name: organiser.name, minutes })}</p>
      <p>{closed ? t("closed", { name: organiser.name }) : t("until", values)}</p>
      <p>{t("turnout", { voted: poll.voted, asked: poll.asked })}</p>
      {poll.capacity !== null && <p>{t("seats", { capacity: poll.capacity })}</p>}
    </>
  );
}
