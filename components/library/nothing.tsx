import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { addressOf, LISTS } from "@/lib/write-ups/library-query";
import type { Library } from "@/lib/write-ups/list";
import type { WriteUpFilters } from "@/lib/write-ups/types";
import { filterName } from "./filter-name";

interface Props {
  list: Library;
  filters: WriteUpFilters;
  /** Whether the reader may ask a city what nobody has written down. */
  mayAsk: boolean;
  locale: Locale;
}

/** An empty result says which filter emptied it and what comes back without it. */
export function Nothing({ list, filters, mayAsk, locale }: Props) {
  const t = translator(locale, "library");
  const helpful = LISTS.flatMap((name) => {
    const total = list.without[name] ?? 0;
    const names = (filters[name] ?? []).map((value) => filterName(name, value, list.facets, locale));
    return total > 0 ? [{ name, total, what: names.join(", "), without: { ...filters, [name]: undefined } }] : [];
  });
  return (
    <>
      <p className="lead">{list.all === 0 ? t("nothingYet") : t("nothing")}</p>
      <ul className="rows under">
        {helpful.map(({ name, what, without, total }) => (
          <li key={name}>
            <span className="muted">{total}</span>
            <div>
              <h3>
                <a href={addressOf(without)}>{t("takeOff", { what })}</a>
              </h3>
              <p className="small muted">{t("without", { count: total })}</p>
            </div>
          </li>
        ))}
      </ul>
      {filters.q && (
        <p className="actions">
          <a href={addressOf({ ...filters, q: undefined })}>{t("withoutSearch", { q: filters.q })}</a>
          {mayAsk && <a href="/asks/new">{t("ask", { q: filters.q })}</a>}
        </p>
      )}
    </>
  );
}
