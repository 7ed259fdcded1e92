import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { PersonPage } from "@/lib/people/types";
import { cityName } from "@/lib/sessions/city-name";

/** The write-ups that they are an author of, newest first. */
export function PersonWriteUps({ writeUps, locale }: { writeUps: PersonPage["writeUps"]; locale: Locale }) {
  const t = translator(locale, "person");
  const library = translator(locale, "library");
  const { items, total } = writeUps;
  return (
    <div className="text stack">
      <ul className="rows">
        {items.map(({ id, title, language, kind, audience, city }) => (
          <li key={id}>
            <City city={{ ...city, name: cityName(city, locale) }} quiet />
            <div>
              <h3 lang={language === locale ? undefined : language} dir="auto">
                <a href={`/write-ups/${id}`}>{title}</a>
              </h3>
              <p className="small muted">
                {library(`kinds.${kind}`)}
                {(audience === "draft" || audience === "city") &&
                  `. ${library(`audience.${audience}`, { city: cityName(city, locale) })}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {total > items.length && <p className="muted">{t("newest", { shown: items.length, total })}</p>}
    </div>
  );
}
