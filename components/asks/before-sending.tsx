import type { NewAsk } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { formatClock, formatDay } from "@/lib/time/format";
import { theirClock } from "./ask-clock";

interface Props {
  ask: NewAsk;
  /** The asker's zone. */
  zone: string;
  locale: Locale;
}

/** Who hears of it and by when one may expect an answer, before it is sent. */
export function BeforeSending({ ask: { target, told, due }, zone, locale }: Props) {
  const t = translator(locale, "asks.new");
  if (!target || !told) return null;
  const city = target.city ? cityName(target.city, locale) : "";
  const [name = ""] = told.names;
  const values = { count: told.names.length, others: told.names.length - 1, name, city };
  const theirs = due && theirClock(due, city, zone, locale);
  return (
    <>
      <h2>{t("who")}</h2>
      <p>{target.city ? t("toldCity", values) : t("toldTheme", values)}</p>
      {told.cities.length > 0 && (
        <p>
          {t("toldCities", {
            cities: list(
              told.cities.map((one) => cityName(one, locale)),
              locale,
            ),
          })}
        </p>
      )}
      {target.theme && told.names.length > 0 && <p className="small muted">{t("chosen")}</p>}
      {told.away && <p>{t("away")}</p>}
      <p>{t("everybody")}</p>
      <h2>{t("when")}</h2>
      {due ? (
        <>
          <p>
            {t(theirs ? "expectTheirs" : "expect", {
              day: formatDay(due.dueAt, zone, locale),
              clock: formatClock(due.dueAt, zone, locale),
              theirs: theirs ?? "",
            })}
          </p>
          <p className="small muted">{t("twoDays", { city })}</p>
        </>
      ) : (
        <p>{t("noDay")}</p>
      )}
    </>
  );
}

function list(names: string[], locale: Locale): string {
  return new Intl.ListFormat(locale === "en" ? "en-IE" : locale).format(names);
}
