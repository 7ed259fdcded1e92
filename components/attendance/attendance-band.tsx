import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Attendance } from "@/lib/attendance/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { mayName } from "@/lib/minutes/told";
import { cityName } from "@/lib/sessions/city-name";
import type { SessionView } from "@/lib/sessions/types";
import { CheckIn } from "./check-in";

interface Props {
  session: SessionView;
  attendance: Attendance;
  locale: Locale;
}

/** Who is there or was, by city, and one's own check-in. */
export function AttendanceBand({ session, attendance, locale }: Props) {
  const t = translator(locale, "attendance");
  const { cities, total, mine, locked } = attendance;
  const over = session.moment === "after";
  const named = !over || mayName(session) || session.abilities.run;
  return (
    <section className="band" aria-labelledby="attendance">
      <header className="hung">
        <h2 id="attendance">{t(over ? "titleOver" : "title")}</h2>
        <p>{t(over ? "totalOver" : "total", { count: total })}</p>
      </header>
      <div className="text stack loose">
        {cities.length > 0 && (
          <ul className="rows">
            {cities.map(({ city, present }) => (
              <li key={city?.id ?? "none"}>
                {city ? <City city={{ ...city, name: cityName(city, locale) }} quiet /> : <span />}
                <p>
                  <b aria-hidden={city ? true : undefined}>{city ? cityName(city, locale) : t("noCity")}</b>{" "}
                  {named ? present.map(({ name }) => name).join(", ") : t("people", { count: present.length })}
                </p>
              </li>
            ))}
          </ul>
        )}
        {mine && <CheckIn sessionId={session.id} here={mine.here} over={over} locale={locale} />}
        {session.abilities.run && !locked && (
          <p className="actions">
            <Link href={`/sessions/${session.id}/attendance`} prefetch={false}>
              {t(over ? "correct" : "open")}
            </Link>
          </p>
        )}
      </div>
    </section>
  );
}
