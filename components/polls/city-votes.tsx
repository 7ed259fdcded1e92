import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Counts } from "@/lib/polls/tally";
import type { PollCity, PollOption } from "@/lib/polls/types";
import { cityName } from "@/lib/sessions/city-name";

interface Props {
  option: PollOption;
  cities: PollCity[];
  locale: Locale;
}

/** The cities as stations from west to east, each with its clock, what its people say, and what the hour costs it. */
export function CityVotes({ option, cities, locale }: Props) {
  const t = translator(locale, "polls");
  return (
    <details className="wide-open">
      <summary>{t("cityClocks")}</summary>
      <ol className="calls" aria-label={t("cities")}>
        {cities.map((city) => {
          const here = option.byCity.find(({ id }) => id === city.id);
          return (
            here && (
              <li className={city.accent} key={city.id}>
                <span className="code" aria-hidden="true">
                  {city.code}
                </span>
                <span className="vh">{cityName(city, locale)} </span>
                <span className="at">
                  {here.clock}
                  {here.dayShift !== 0 && <small className="muted"> {shift(here.dayShift, locale)}</small>}
                </span>
                <span className="said">
                  {saidWords(here, locale)}
                  <small className="pts">
                    {here.burden === null ? t("optionalCity") : t("points", { points: here.burden / 4 })}
                  </small>
                </span>
              </li>
            )
          );
        })}
      </ol>
    </details>
  );
}

/** "2 yes, 1 no": what nobody said is left out. */
export function saidWords({ yes, "if-need-be": maybe, no }: Counts, locale: Locale): string {
  const t = translator(locale, "polls");
  return [
    yes > 0 && t("cityYes", { count: yes }),
    maybe > 0 && t("cityMaybe", { count: maybe }),
    no > 0 && t("cityNo", { count: no }),
  ]
    .filter(Boolean)
    .join(", ");
}

function shift(days: number, locale: Locale): string {
  const t = translator(locale, "polls.shift");
  return days > 0 ? t("after", { days }) : t("before", { days: -days });
}
