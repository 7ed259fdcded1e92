import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Facets } from "@/lib/write-ups/facets";
import { addressOf, filtersOn } from "@/lib/write-ups/library-query";
import type { WriteUpFilters, WriteUpList } from "@/lib/write-ups/types";
import { filterName } from "./filter-name";

interface Props {
  list: WriteUpList & { fuzzy: boolean };
  filters: WriteUpFilters;
  facets: Facets;
  locale: Locale;
}

/** "6 of 14 write-ups with Rebuild × COVID-19 ×": how many, and what is on, each to take off. */
export function Found({ list, filters, facets, locale }: Props) {
  const t = translator(locale, "library");
  const on = filtersOn(filters);
  return (
    <>
      <div className="on-now">
        <h2 id="found">{t("found", { count: list.total, all: list.all })}</h2>
        {filters.q && <span>{t("forWord", { q: filters.q })}</span>}
        {on.length > 0 && <span>{t("with")}</span>}
        {on.map(({ name, value, without }) => {
          const what = filterName(name, value, facets, locale);
          return (
            <Link
              className="chip"
              href={addressOf(without)}
              aria-label={t("takeOff", { what })}
              prefetch={false}
              key={`${name}-${value}`}
            >
              {what}
              <span aria-hidden="true">×</span>
            </Link>
          );
        })}
        {on.length > 1 && (
          <Link className="act small" href={addressOf({ q: filters.q })} prefetch={false}>
            {t("takeOffAll")}
          </Link>
        )}
      </div>
      {list.fuzzy && <p className="note plain over">{t("alike", { q: filters.q ?? "" })}</p>}
    </>
  );
}
