import type { CityShare } from "@/lib/fair-hours/types";
import { translator } from "@/lib/i18n/translator";
import { costWords, type HoursView } from "./hours-view";
import { CityTimeText } from "./session-clock";

interface Props {
  byCity: readonly CityShare[];
  view: Pick<HoursView, "cities" | "locale">;
}

/** The start of an hour on every city's clock, with what it costs there. */
export function Calls({ byCity, view: { cities, locale } }: Props) {
  const t = translator(locale, "newSession.field");
  return (
    <ol className="calls" aria-label={t("starts")}>
      {byCity.map((share) => {
        const city = cities.get(share.cityId);
        return (
          <li className={city?.accent} key={share.cityId}>
            <span className="code" aria-hidden="true">
              {city?.code}
            </span>
            <span className="vh">{city?.name} </span>
            <CityTimeText clock={share.clock} dayShift={share.dayShift} locale={locale} />
            <span className="pts">{costWords(share, locale)}</span>
          </li>
        );
      })}
    </ol>
  );
}
