import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Facets } from "@/lib/write-ups/facets";
import { addressOf, type ListFilter } from "@/lib/write-ups/library-query";
import type { WriteUpFilters } from "@/lib/write-ups/types";
import { filterName } from "./filter-name";

interface Props {
  filters: WriteUpFilters;
  /** Each filter, and how many write-ups come back without it. */
  relaxed: { name: ListFilter; value: string; without: WriteUpFilters; total: number }[];
  facets: Facets;
  /** Whether there is nothing at all yet. */
  empty: boolean;
  locale: Locale;
}

/** An empty result says which filter emptied it and what comes back without it. */
export function Nothing({ filters, relaxed, facets, empty, locale }: Props) {
  const t = translator(locale, "library");
  const helpful = relaxed.filter(({ total }) => total > 0);
  return (
    <>
      <p className="lead">{empty ? t("nothingYet") : t("nothing")}</p>
      <ul className="rows under">
        {helpful.map(({ name, value, without, total }) => (
          <li key={`${name}-${value}`}>
            <span className="muted">{total}</span>
            <div>
              <h3>
                <Link href={addressOf(without)}>{t("takeOff", { what: filterName(name, value, facets, locale) })}</Link>
              </h3>
              <p className="small muted">{t("without", { count: total })}</p>
            </div>
          </li>
        ))}
      </ul>
      {filters.q && (
        <p>
          <Link className="act" href={addressOf({ ...filters, q: undefined })}>
            {t("withoutSearch")}
          </Link>
        </p>
      )}
    </>
  );
}
