import { filterName } from "@/components/library/filter-name";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { remove, turnMail } from "@/lib/saved-searches/actions";
import type { SavedSearch } from "@/lib/saved-searches/types";
import type { Facets } from "@/lib/write-ups/facets";
import { addressOf, filtersOn } from "@/lib/write-ups/library-query";

interface Props {
  search: SavedSearch;
  names: Pick<Facets, "cities" | "crises">;
  locale: Locale;
}

/** A search that somebody keeps: what it looks for, what is new in it, whether it comes by mail. */
export function SavedSearchRow({ search, names, locale }: Props) {
  const t = translator(locale, "savedSearches");
  const words = formWords(locale);
  const { q } = search.filters;
  const chosen = filtersOn(search.filters).map(({ name, value }) => filterName(name, value, names, locale));
  const what = [...(q ? [t("for", { q })] : []), ...chosen].join(", ");
  return (
    <li>
      <span className="day" aria-hidden="true">
        {search.fresh > 0 && <b>{search.fresh}</b>}
      </span>
      <div className="stack tight">
        <h2>
          <a href={addressOf(search.filters)}>{what}</a>
        </h2>
        <p className="small">{t("new", { count: search.fresh })}</p>
        <p className="small muted">{t(search.mail ? "mailOn" : "mailOff")}</p>
        <div className="side-by-side">
          <Form action={turnMail} words={words}>
            <input type="hidden" name="id" value={search.id} />
            <input type="hidden" name="mail" value={search.mail ? "off" : "on"} />
            <Submit quiet>
              {t(search.mail ? "turnMailOff" : "turnMailOn")}
              <span className="vh">{t("of", { what })}</span>
            </Submit>
          </Form>
          <Form action={remove} words={words}>
            <input type="hidden" name="id" value={search.id} />
            <Submit quiet>
              {t("remove")}
              <span className="vh">{t("of", { what })}</span>
            </Submit>
          </Form>
        </div>
      </div>
    </li>
  );
}
