import Link from "next/link";
import { City } from "@/components/ui/plate";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { directoryAddress } from "@/lib/people/directory-query";
import { languageLine } from "@/lib/people/language-names";
import type { DirectoryEntry, DirectoryFilters } from "@/lib/people/types";
import { cityName } from "@/lib/sessions/city-name";

interface Props {
  people: DirectoryEntry[];
  filters: DirectoryFilters;
  me: string;
  locale: Locale;
}

export function Directory({ people, filters, me, locale }: Props) {
  const t = translator(locale, "people");
  if (people.length === 0) return <Nobody filters={filters} locale={locale} />;
  return (
    <table className="timetable stacks">
      <caption className="vh">{t("table.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("table.name")}</th>
          <th scope="col">{t("table.place")}</th>
          <th scope="col">{t("table.languages")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              {person.name}
              {person.id === me && <span className="muted"> ({t("me")})</span>}
            </th>
            <td>
              <ul>
                {person.places.map(({ role, city }) => (
                  <li key={`${city?.slug} ${role}`}>
                    {city ? (
                      <span className="kicker">
                        <City city={{ ...city, name: cityName(city, locale) }} />
                        <span>{t(`roles.${role}`)}</span>
                      </span>
                    ) : (
                      t(`roles.${role}`)
                    )}
                  </li>
                ))}
              </ul>
            </td>
            <td>
              {languageLine(person.languages, locale)}
              {person.expertise && <p className="small muted">{person.expertise}</p>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which filter emptied the list, and a click to take each off. */
function Nobody({ filters, locale }: { filters: DirectoryFilters; locale: Locale }) {
  const t = translator(locale, "people");
  const on = [
    filters.q && { name: "q" as const, label: `“${filters.q}”` },
    filters.city && { name: "city" as const, label: t("city").toLocaleLowerCase(locale) },
    filters.language && { name: "language" as const, label: languageIn(filters.language, locale) },
  ].filter((filter) => typeof filter === "object");
  return (
    <div className="stack">
      <p>{t("nothing")}</p>
      <ul>
        {on.map(({ name, label }) => (
          <li key={name}>
            <Link className="act" href={directoryAddress({ ...filters, [name]: undefined })}>
              {t("without", { filter: label })}
            </Link>
          </li>
        ))}
        <li>
          <Link className="act" href="/people">
            {t("all")}
          </Link>
        </li>
      </ul>
    </div>
  );
}
