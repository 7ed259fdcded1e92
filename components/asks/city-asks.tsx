import Link from "next/link";
import { addressOfAsks, newAskAddress } from "@/lib/asks/query";
import type { Ask } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import type { CityPage } from "@/lib/workspaces/types";
import { AskList } from "./ask-list";

interface Props {
  city: CityPage;
  items: Ask[];
  /** Whether the reader may ask it something. */
  mayAsk: boolean;
  zone: string;
  locale: Locale;
}

/** What a city was asked: what is open first, then what was answered. */
export function CityAsks({ city, items, mayAsk, zone, locale }: Props) {
  const t = translator(locale, "asks");
  const name = cityName(city, locale);
  return (
    <section className="band" aria-labelledby="asked">
      <header className="hung">
        <h2 id="asked">{t("city.title")}</h2>
        <p>{t("city.note")}</p>
      </header>
      <div className="text stack">
        {items.length > 0 ? (
          <AskList items={items} withoutCity zone={zone} locale={locale} />
        ) : (
          <p>{t("city.empty", { city: name })}</p>
        )}
        <p className="actions">
          {mayAsk && (
            <Link className="button quiet" href={newAskAddress({ city: city.slug })} prefetch={false}>
              {t("askCity", { city: name })}
            </Link>
          )}
          {items.length > 0 && (
            <Link href={addressOfAsks({ show: "all", city: city.slug })} prefetch={false}>
              {t("city.all", { city: name })}
            </Link>
          )}
        </p>
      </div>
    </section>
  );
}
