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

/** An empty result says which filter emptied it and who comes back without it. */
export function Nobody({ list, filters, locale }: Props) {
  const t = translator(locale, "people");
  const on = filtersOn(filters);
  const helpful = on.filter((name) => list.without[name] > 0);
  return (
    <>
      <p className="lead">{t("nothing")}</p>
      <ul className="rows under">
        {helpful.map((name) => (
          <li key={name}>
            <span className="muted">{list.without[name]}</span>
            <div>
              <h3>
                <a href={directoryAddress({ ...filters, [name]: undefined })}>
                  {t("takeOff", { what: filterName(name, filters, list.cities, locale) })}
                </a>
              </h3>
              <p className="small muted">{t("without", { count: list.without[name] })}</p>
            </div>
          </li>
        ))}
      </ul>
      {helpful.length === 0 && (
        <p>
          <a className="act" href="/people">
            {t("takeOffAll")}
          </a>
        </p>
      )}
    </>
  );
}
