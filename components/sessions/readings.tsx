import Link from "next/link";
import { City } from "@/components/ui/plate";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import type { SessionView } from "@/lib/sessions/types";

/** What to read before, and the file for one's calendar. */
export function Readings({ session, locale }: { session: SessionView; locale: Locale }) {
  const t = translator(locale, "sessions");
  const { readings } = session;
  return (
    <section className="band right" aria-labelledby="reading">
      <h2 id="reading">{t("toReadFirst")}</h2>
      <p className="small muted over">{t(readings.length > 0 ? "toReadNote" : "nothingToRead")}</p>
      {readings.length > 0 && (
        <ul className="rows">
          {readings.map((reading) => (
            <li key={reading.id}>
              <City city={{ ...reading.city, name: cityName(reading.city, locale) }} quiet />
              <div>
                <h3 lang={reading.language === locale ? undefined : reading.language}>
                  <Link href={`/write-ups/${reading.id}`} prefetch={false}>
                    {reading.title}
                  </Link>
                </h3>
                <p className="small muted">
                  {t(`reading.${reading.kind}`, { language: languageIn(reading.language, locale) })}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div className="stack tight under">
        <p className="actions">
          <a className="button quiet" href={`/sessions/${session.id}/calendar.ics`}>
            {t("calendar")}
          </a>
        </p>
        <p className="small muted">{t("calendarNote")}</p>
      </div>
    </section>
  );
}
