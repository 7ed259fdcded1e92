import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { LanguageDifference } from "@/lib/revisions/types";
import { Difference } from "./difference";

interface Props {
  differences: LanguageDifference[];
  locale: Locale;
}

const ID = "changes";

/** Which parts an approval would change for those who read it now, and the way to the words. */
export function Changes({ differences, locale }: Props) {
  const t = translator(locale, "sharing.difference");
  if (differences.length === 0) return <p>{t("none")}</p>;
  const titles = differences.flatMap(({ parts }) =>
    parts.filter(({ status }) => status !== "same").map(({ title }) => title),
  );
  const names = [...new Set(titles)];
  return (
    <p>
      {t("parts", { count: names.length, names: names.join(", ") })} <a href={`#${ID}`}>{t("see")}</a>
    </p>
  );
}

/** What is released beside what would be, in each language that changes. */
export function ChangesInFull({ differences, locale }: Props) {
  const t = translator(locale, "sharing.difference");
  const words = translator(locale, "revisions");
  return (
    <>
      <section className="band" aria-labelledby={ID}>
        <header className="hung">
          <h2 id={ID}>{t("title")}</h2>
        </header>
        <p className="matter small muted">{words("legend")}</p>
      </section>
      {differences.map((difference) => (
        <div key={difference.language}>
          {differences.length > 1 && (
            <p className="label under" id={`l-${difference.language}`}>
              {words("inLanguage", { language: languageIn(difference.language, locale) })}
            </p>
          )}
          <Difference
            difference={difference}
            view="inline"
            names={{ before: t("before"), after: t("after") }}
            level="h3"
            under={differences.length > 1 ? `l-${difference.language}` : undefined}
            locale={locale}
          />
        </div>
      ))}
    </>
  );
}
