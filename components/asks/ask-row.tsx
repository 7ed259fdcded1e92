import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Ask } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { formatShortDay } from "@/lib/time/format";
import { askedWords, capital, isLate, other, standing } from "./words";

interface Props {
  ask: Ask;
  /** On the page of the city that is asked the row begins with the one that asks. */
  withoutCity?: boolean;
  /** In which zone its day is told. */
  zone: string;
  locale: Locale;
}

/** Who is asked, how far it is, what, and by whom. */
export function AskRow({ ask, withoutCity, zone, locale }: Props) {
  const t = translator(locale, "asks");
  const { id, title, language, to, from, askedAt, said } = ask;
  const city = withoutCity ? from : to;
  return (
    <li>
      {city ? (
        <City city={{ ...city, name: cityName(city, locale) }} quiet />
      ) : (
        <span className="small muted">{!withoutCity && t("asked.all")}</span>
      )}
      <div>
        <h3 lang={other(language, locale)} dir="auto">
          <Link href={`/asks/${id}`} prefetch={false}>
            {title}
          </Link>
        </h3>
        <p className="kicker">
          <span className={isLate(ask) ? "due" : undefined}>{capital(standing(ask, locale), locale)}.</span>
          <span>
            {askedWords(ask, locale)}, {formatShortDay(askedAt, zone, locale)}. {t("said", { count: said })}.
          </span>
        </p>
      </div>
    </li>
  );
}
