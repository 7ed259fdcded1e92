import type { Locale } from "@/lib/i18n/locales";
import { sentence, translator } from "@/lib/i18n/translator";
import { placeOf } from "@/lib/sessions/city-name";
import type { ProposedHours } from "@/lib/sessions/proposals";
import type { SessionView } from "@/lib/sessions/types";
import { HourCost } from "./hour-cost";
import { citiesById, clocksOf } from "./hours-view";
import { WrongTime } from "./wrong-time";

interface Props extends Pick<ProposedHours, "chosen" | "wrong"> {
  session: SessionView;
  locale: Locale;
}

/** What the hour in the fields means to each city, before it is sent. */
export function MoveHours({ chosen, wrong, session, locale }: Props) {
  const { cities, readerZone: zone } = session;
  return (
    <section className="stack tight" aria-labelledby="h-when">
      <h2 className="label" id="h-when">
        {translator(locale, "newSession")("strip")}
      </h2>
      {Object.entries(wrong).map(([field, { key, values }]) => (
        <WrongTime key={field}>{sentence(locale, key, values)}</WrongTime>
      ))}
      {chosen && (
        <>
          <p className="small muted" role="status">
            {translator(locale, "newSession")("picked", {
              ...clocksOf(chosen, { zone, locale }),
              place: placeOf(zone, cities, [], locale),
            })}
          </p>
          <HourCost hour={chosen} cities={citiesById(cities, locale)} locale={locale} />
        </>
      )}
    </section>
  );
}
