import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { directoryAddress, filtersOn } from "@/lib/people/directory-query";
import type { DirectoryFilters, DirectoryPage } from "@/lib/people/types";
import { filterName } from "./filter-name";

interface Props {
  list: DirectoryPage;
  filters: DirectoryFilters;
  locale: Locale;
}

/** "6 of 24 people for “food” with Turin ×": how many, and what is on, each to take off. */
export function Found({ list, filters, locale }: Props) {
  const t = translator(locale, "people");
  const chips = filtersOn(filters).filter((name) => name !== "q");
  return (
    <>
      <div className="on-now">
        <h2 id="found" aria-live="polite">
          {t("found", { count: list.total, all: list.all })}
        </h2>
        {filters.q && <span className="words">{t("forWords", { q: filters.q })}</span>}
        {chips.length > 0 && <span>{t("with")}</span>}
        {chips.map((name) => {
          const what = filterName(name, filters, list.cities, locale);
          const address = directoryAddress({ ...filters, [name]: undefined });
          return (
            <a className="chip" href={address} aria-label={t("takeOff", { what })} key={name}>
              {what}
              <span aria-hidden="true">×</span>
            </a>
          );
        })}
        {chips.length + (filters.q ? 1 : 0) > 1 && (
          <a className="act small" href="/people">
            {t("takeOffAll")}
          </a>
        )}
      </div>
      {list.alike && list.total > 0 && <p className="note plain over">{t("alike", { q: filters.q ?? "" })}</p>}
    </>
  );
}
