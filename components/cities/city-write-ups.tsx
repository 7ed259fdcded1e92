import Link from "next/link";
import { Results } from "@/components/write-ups/results";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import type { CityPage } from "@/lib/workspaces/types";
import type { WriteUpList } from "@/lib/write-ups/types";

/** What the reader may read of a city, newest first; the rest is a link away in the library. */
export function CityWriteUps({ city, list, locale }: { city: CityPage; list: WriteUpList; locale: Locale }) {
  const t = translator(locale, "cities.city");
  const name = cityName(city, locale);
  const { write, seePeople } = city.abilities;
  const empty = write ? "writeUpsEmptyOwn" : seePeople ? "writeUpsEmpty" : "writeUpsEmptyPublic";
  return (
    <section className="matter" aria-labelledby="write-ups">
      <h2 className="over" id="write-ups">
        {t("writeUps")}
      </h2>
      {list.items.length === 0 ? (
        <div className="stack">
          <p>{t(empty, { city: name })}</p>
          {write && (
            <p className="actions">
              <Link href="/write-ups/new">{t("write")}</Link>
            </p>
          )}
        </div>
      ) : (
        <Results items={list.items} locale={locale} withoutCity />
      )}
      {list.total > list.items.length && (
        <p className="actions under">
          <Link href={`/library?city=${city.slug}`}>{t("allWriteUps", { count: list.total })}</Link>
        </p>
      )}
    </section>
  );
}
