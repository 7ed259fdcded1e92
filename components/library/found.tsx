import { keptHtml } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { addressOf, filtersOn } from "@/lib/write-ups/library-query";
import type { Library } from "@/lib/write-ups/list";
import type { WriteUpFilters } from "@/lib/write-ups/types";
import { filterName } from "./filter-name";

interface Props {
  list: Library;
  filters: WriteUpFilters;
  /** The names of what the words name, as a list in words; "" when they name nothing. */
  terms: string;
  locale: Locale;
  /** What stands at the end of the line. */
  children?: React.ReactNode;
}

/** "6 of 14 write-ups with Rebuild × COVID-19 ×": how many, and what is on, each to take off. */
export async function Found({ list, filters, terms, locale, children }: Props) {
  const t = translator(locale, "library");
  const { total, all, facets } = list;
  // Of the facets only what gives the filters that are on their names.
  const names = { cities: facets.cities, crises: facets.crises };
  return (
    <>
      <div className="on-now">
        <Once as="div" className="bare" handed={await line({ total, all, names, filters, locale })} />
        {children}
      </div>
      {terms && total > 0 && <p className="note plain over">{t("alsoFiled", { terms })}</p>}
      {list.fuzzy && <p className="note plain over">{t("alike", { q: filters.q ?? "" })}</p>}
    </>
  );
}

interface LineProps extends Pick<Library, "total" | "all">, Pick<Props, "filters" | "locale"> {
  names: Parameters<typeof filterName>[2];
}

const line = keptHtml(({ total, all, names, filters, locale }: LineProps) => {
  const t = translator(locale, "library");
  const on = filtersOn(filters);
  return (
    <>
      <h2 id="found">{t("found", { count: total, all })}</h2>
      {filters.q && <span className="words">{t("forWord", { q: filters.q })}</span>}
      {on.length > 0 && <span>{t("with")}</span>}
      {on.map(({ name, value, without }) => {
        const what = filterName(name, value, names, locale);
        return (
          <a className="chip" href={addressOf(without)} aria-label={t("takeOff", { what })} key={`${name}-${value}`}>
            {what}
            <span aria-hidden="true">×</span>
          </a>
        );
      })}
      {on.length > 1 && (
        <a className="act small" href={addressOf({ q: filters.q })}>
          {t("takeOffAll")}
        </a>
      )}
    </>
  );
});
