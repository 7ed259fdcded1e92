import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { PersonPage } from "@/lib/people/types";
import { cityName } from "@/lib/sessions/city-name";

/** What cities asked and this person answered. */
export function PersonAnswers({ answered, locale }: { answered: PersonPage["answered"]; locale: Locale }) {
  const t = translator(locale, "person");
  return (
    <ul className="text rows">
      {answered.map(({ id, title, language, city }) => (
        <li key={id}>
          {city ? <City city={{ ...city, name: cityName(city, locale) }} quiet /> : <span />}
          <div>
            <h3 lang={language === locale ? undefined : language} dir="auto">
              <a href={`/asks/${id}`}>{title}</a>
            </h3>
            {city && <p className="small muted">{t("askedBy", { city: cityName(city, locale) })}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
