import { City } from "@/components/ui/plate";
import { cn } from "@/lib/cn";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import type { InvitedCity, SessionView } from "@/lib/sessions/types";
import { Seats } from "./seats";
import { CityTimeText } from "./session-clock";

/** The cities as stations from west to east, each with its clock and the names of those who come. */
export function WhoComes({ session, locale }: { session: SessionView; locale: Locale }) {
  const t = translator(locale, "sessions");
  const { cities, others, myWorkspaceIds, seatsTaken } = session;
  const over = session.moment === "after" || session.status === "cancelled";
  const me = session.myId;
  return (
    <section className="right" aria-labelledby="who">
      <h2 className="over" id="who">
        {t(over ? "whoCame" : "whoComes")}
      </h2>
      <ol className="line people">
        {cities.map((city) => (
          <li className={cn(city.accent, myWorkspaceIds.includes(city.id) && "here")} key={city.id}>
            <City city={{ ...city, name: cityName(city, locale) }} />
            <span className="who">{names(city, me, over, locale)}</span>
            <CityTimeText clock={city.clock} dayShift={city.dayShift} locale={locale} />
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <p className="small">{t("alsoComing", { names: others.map((one) => named(one, me, locale)).join(", ") })}</p>
      )}
      {!over && <Seats session={session} locale={locale} />}
      <p className="small muted">
        {over ? t("startTimes") : t("peopleFrom", { people: seatsTaken })}{" "}
        {t("scheduledBy", { name: session.creator.name })}
      </p>
    </section>
  );
}

function names(city: InvitedCity, me: string, over: boolean, locale: Locale): string {
  const t = translator(locale, "sessions");
  const s = translator(locale, "seats");
  const going = city.going.map((one) => named(one, me, locale)).join(", ");
  const waiting = city.waiting.map((one) => named(one, me, locale)).join(", ");
  const perhaps = city.tentative.map((one) => named(one, me, locale)).join(", ");
  const not = city.not.map((one) => named(one, me, locale)).join(", ");
  const said = [
    going,
    waiting && !over && s("inCity", { names: waiting }),
    perhaps && t("maybe", { names: perhaps }),
    not && t("cannot", { names: not }),
  ]
    .filter(Boolean)
    .join("; ");
  if (!said) return t(over ? "nobodyCame" : "nobody");
  return going ? said : said.charAt(0).toLocaleUpperCase(locale) + said.slice(1);
}

function named({ id, name }: { id: string; name: string }, me: string, locale: Locale): string {
  return id === me ? translator(locale, "sessions")("you", { name }) : name;
}
