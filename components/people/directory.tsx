import { keptHtml } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { languageLine } from "@/lib/people/language-names";
import { languageOf } from "@/lib/people/language-of";
import type { DirectoryEntry } from "@/lib/people/types";
import { partsFound } from "@/lib/people/words";
import { cityName } from "@/lib/sessions/city-name";
import { AwayNote } from "./away-note";
import { PersonName } from "./name";

interface Props {
  people: DirectoryEntry[];
  /** What was looked for: it is marked where it stands. */
  words: string[];
  /** Nobody has the words themselves: what looks like them is marked. */
  alike: boolean;
  me: string;
  locale: Locale;
}

/** Who belongs to the cohort: name, place, languages, and what they may be asked about. */
export async function Directory(props: Props) {
  return <Once as="div" handed={await table(props)} />;
}

const table = keptHtml(Table);

function Table({ people, words, alike, me, locale }: Props) {
  const t = translator(locale, "people");
  const marked = (text: string) =>
    partsFound(text, words, alike).map(({ text, found }, n) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never move
      found ? <mark key={n}>{text}</mark> : text,
    );
  return (
    <table className="timetable stacks who">
      <caption className="vh">{t("table.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("table.name")}</th>
          <th scope="col">{t("table.place")}</th>
          <th scope="col">{t("table.languages")}</th>
          <th scope="col">{t("table.expertise")}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <PersonName person={person}>{marked(person.name)}</PersonName>
              {person.id === me && <span className="muted"> ({t("me")})</span>}
              {person.awayUntil && (
                <>
                  <br />
                  <AwayNote until={person.awayUntil} locale={locale} />
                </>
              )}
            </th>
            <td>
              <ul>
                {person.places.map(({ role, city }) => (
                  <li className="kicker" key={`${city?.slug} ${role}`}>
                    {city && <City city={{ ...city, name: cityName(city, locale) }} />}
                    <span>{t(`roles.${role}`)}</span>
                  </li>
                ))}
              </ul>
            </td>
            <td>{languageLine(person.languages, locale)}</td>
            <td dir="auto" lang={languageOf(person.expertise, person.languages)}>
              {marked(person.expertise)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
