import Link from "next/link";
import { City } from "@/components/ui/plate";
import { formatName } from "@/lib/formats/formats";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { NOTE_KINDS } from "@/lib/notes/limits";
import { cityName } from "@/lib/sessions/city-name";
import type { OverviewLine } from "@/lib/sessions/overview-types";
import { formatClock, formatDay } from "@/lib/time/format";
import { cityClock } from "@/lib/time/session-clocks";
import { LineAnswer } from "./line-answer";
import { shiftWords } from "./session-clock";

interface Props {
  session: OverviewLine;
  zone: string;
  locale: Locale;
}

/** One session of the overview: when, what, who comes by city, and what I answered; afterwards what came of it. */
export function SessionEntry({ session, zone, locale }: Props) {
  const t = translator(locale, "sessions");
  const o = translator(locale, "overview");
  const { status, moment } = session;
  const cancelled = status === "cancelled";
  const name = formatName(session.format, locale, session.ownFormat);
  return (
    <article>
      <When session={session} zone={zone} locale={locale} />
      <h3 lang={session.language === locale ? undefined : session.language}>
        <Link href={`/sessions/${session.id}`} prefetch={false}>
          {session.title}
        </Link>
      </h3>
      <p className="small muted">
        {cancelled && <b>{t("cancelled")}. </b>}
        {!cancelled && moment === "now" && <b>{t("onNow")}. </b>}
        {t("line", { format: name, minutes: session.minutes, cities: session.cities.length })}
      </p>
      {session.shift && moment === "before" && (
        <p className="note">
          {o(session.shift.minutes > 0 ? "later" : "earlier", {
            minutes: Math.abs(session.shift.minutes),
            city: cityName(session.shift.city, locale),
          })}
        </p>
      )}
      {!cancelled && <ByCity session={session} locale={locale} />}
      {moment === "after" && <Outcome session={session} locale={locale} />}
      {session.abilities.answer && moment !== "after" && <LineAnswer session={session} locale={locale} />}
    </article>
  );
}

function When({ session, zone, locale }: Props) {
  const t = translator(locale, "sessions");
  const { host, startsAt, endsAt } = session;
  const start = formatClock(startsAt, zone, locale);
  const there = host && cityClock(session, host, zone);
  const away = there && (there.clock !== start || there.dayShift !== 0);
  return (
    <p className="kicker">
      <b>{t("range", { start, end: formatClock(endsAt, zone, locale) })}</b>
      <span aria-hidden="true">{formatDay(startsAt, zone, locale).split(/[\s,]/)[0]}</span>
      {host && <City city={{ ...host, name: cityName(host, locale) }} />}
      {away && (
        <span>
          {t("hostClock", { time: there.clock })} {shiftWords(there.dayShift, locale)}
        </span>
      )}
    </p>
  );
}

/** How many come from each city, or came; where nobody wrote down who came, how many had said so. */
function ByCity({ session, locale }: Omit<Props, "zone">) {
  const o = translator(locale, "overview");
  const counted = session.moment === "after" && session.cities.some(({ came }) => came > 0);
  const cities = session.cities
    .map((city) => ({ ...city, people: counted ? city.came : city.going }))
    .filter(({ people }) => people > 0);
  const label = o(counted ? "came" : session.moment === "after" ? "meant" : "coming");
  if (cities.length === 0) return null;
  return (
    <p className="by-city small">
      <span className="muted">{label}</span>
      {cities.map((city) => (
        <span key={city.id}>
          <City city={{ ...city, name: cityName(city, locale) }} quiet /> {city.people}
        </span>
      ))}
    </p>
  );
}

/** What was written down, by kind, and the way to the minutes. */
function Outcome({ session, locale }: Omit<Props, "zone">) {
  const o = translator(locale, "overview");
  const { outputs } = session;
  const kinds = NOTE_KINDS.filter((kind) => kind !== "note");
  const said = kinds.flatMap((kind) => {
    const count = outputs?.[kind] ?? 0;
    return count > 0 ? [o(`output.${kind}`, { count })] : [];
  });
  if (said.length === 0 && !session.hasMinutes) return null;
  const words = said.join(", ");
  return (
    <>
      {words !== "" && <p className="small">{words.charAt(0).toUpperCase() + words.slice(1)}</p>}
      {session.hasMinutes && (
        <p className="small">
          <Link className="act" href={`/sessions/${session.id}/minutes`} prefetch={false}>
            {o("minutes")}
            <span className="vh" lang={session.language === locale ? undefined : session.language}>
              {" "}
              {session.title}
            </span>
          </Link>
        </p>
      )}
    </>
  );
}
