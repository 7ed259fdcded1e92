import Link from "next/link";
import { Done } from "@/components/people/done";
import { SeriesLine } from "@/components/series/series-line";
import { City } from "@/components/ui/plate";
import { formatName } from "@/lib/formats/formats";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { type SessionDone, UNANNOUNCED } from "@/lib/sessions/limits";
import { passingNotices } from "@/lib/sessions/notices";
import type { SessionView } from "@/lib/sessions/types";
import { formatClock, formatDay } from "@/lib/time/format";
import { cityClock, crossesClockChange } from "@/lib/time/session-clocks";
import { AnswerForm } from "./answer-form";
import { Join } from "./join";
import { shiftWords } from "./session-clock";

interface Props {
  session: SessionView;
  /** What the reader's clock is called. */
  place: string;
  done: SessionDone | null;
  locale: Locale;
}

/** Who hosts, the reader's clock as the one very large thing, the title, and the way in. */
export function SessionOpening({ session, place, done, locale }: Props) {
  const t = translator(locale, "sessions");
  const { host, startsAt, endsAt, readerZone: zone } = session;
  const lang = session.language === locale ? undefined : session.language;
  const name = formatName(session.format, locale, session.ownFormat);
  const end = formatClock(endsAt, zone, locale);
  const shift = shiftWords(cityClock(session, { id: "", zone }, zone).endDayShift, locale);
  const unannounced = UNANNOUNCED.some((status) => status === session.status);
  // No hour is certain yet: there is nothing to join, and the answer is the vote.
  const open = unannounced || session.status === "polling";
  return (
    <div className="left stack">
      {done && <Done>{t(`done.${done === "moved" && unannounced ? "saved" : done}`)}</Done>}
      <p className="kicker">
        {host && <City city={{ ...host, name: cityName(host, locale) }} />}
        <span>{host ? t("hosts", { format: name.charAt(0).toLowerCase() + name.slice(1) }) : name}</span>
        <span>{formatDay(startsAt, zone, locale)}</span>
      </p>
      <p className="clock">
        <time dateTime={startsAt.toISOString()}>{formatClock(startsAt, zone, locale)}</time>
        {shift ? t("untilShift", { end, shift, place }) : t("untilIn", { end, place })}
      </p>
      <h1 className="head" lang={lang}>
        {session.title}
      </h1>
      {session.purpose && (
        <p className="lead" lang={lang}>
          {session.purpose}
        </p>
      )}
      {session.status === "polling" && (
        <p className="note">
          {t("pollingNote")} <a href="#poll">{t("toVote")}</a>
        </p>
      )}
      {unannounced && (
        <p className="note">
          {t("draftNote")} {session.abilities.edit && <Link href={`/sessions/${session.id}/edit`}>{t("editIt")}</Link>}
        </p>
      )}
      {session.status !== "cancelled" && <Notices session={session} locale={locale} />}
      {session.series && <SeriesLine series={session.series} zone={zone} locale={locale} />}
      {session.status === "cancelled" ? (
        <div className="note">
          <p>
            <b>{t("cancelledTitle")}</b>
          </p>
          {session.cancelledReason && <p>{session.cancelledReason}</p>}
        </div>
      ) : (
        !open && <Join session={session} locale={locale} />
      )}
      {session.abilities.answer && !open && <AnswerForm session={session} locale={locale} />}
    </div>
  );
}

function Notices({ session, locale }: { session: SessionView; locale: Locale }) {
  const t = translator(locale, "sessions");
  const names = new Map(session.cities.map((city) => [city.id, cityName(city, locale)]));
  const sentences = passingNotices(session, session.cities).map(({ cityId, deltaMinutes }) => {
    const size = Math.abs(deltaMinutes);
    const amount = size % 60 === 0 ? t("hours", { count: size / 60 }) : t("minutesAmount", { count: size });
    return t(deltaMinutes > 0 ? "notice.later" : "notice.earlier", { amount, city: names.get(cityId) ?? "" });
  });
  if (crossesClockChange(session, session.readerZone)) sentences.push(t("crosses", { minutes: session.minutes }));
  if (sentences.length === 0) return null;
  return (
    <ul className="note">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
