import Link from "next/link";
import { CommitmentList } from "@/components/commitments/commitment-list";
import type { Commitment } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import type { CityPage } from "@/lib/workspaces/types";

interface Props {
  city: CityPage;
  items: Commitment[];
  locale: Locale;
}

/** What a city said it would do: what is open first, then what was done. */
export function CityCommitments({ city, items, locale }: Props) {
  const t = translator(locale, "commitments");
  const name = cityName(city, locale);
  return (
    <section className="band" aria-labelledby="commitments">
      <header className="hung">
        <h2 id="commitments">{t("cityTitle")}</h2>
        <p>{t("carriedNote")}</p>
      </header>
      <div className="text stack">
        {items.length > 0 ? (
          <CommitmentList items={items} withoutCity locale={locale} />
        ) : (
          <p>{t("cityEmpty", { city: name })}</p>
        )}
        <p>
          <Link className="act" href={`/commitments?city=${city.slug}`}>
            {t("cityAll", { city: name })}
          </Link>
        </p>
      </div>
    </section>
  );
}
