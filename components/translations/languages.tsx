import Link from "next/link";
import { languageIn } from "@/lib/i18n/languages";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { TranslatedWriteUp } from "@/lib/translations/types";
import { Progress } from "./progress";

/** The languages it is in, each with how far it is and whose it is; then those that somebody could begin. */
export function Languages({ writeUp, locale }: { writeUp: TranslatedWriteUp; locale: Locale }) {
  const t = translator(locale, "translations");
  const { translations } = writeUp;
  const taken = new Set([writeUp.language, ...translations.map(({ language }) => language)]);
  const free = Object.keys(CONTENT_LANGUAGES).filter((language) => !taken.has(language));
  const address = (language: string) => `/write-ups/${writeUp.id}/translate/${language}`;
  return (
    <>
      <section className="stack" aria-labelledby="h-there">
        <h2 id="h-there">{t("heading")}</h2>
        {translations.length === 0 && <p>{t("none")}</p>}
        <dl className="answers">
          {translations.map((translation) => (
            <div key={translation.language}>
              <dt>{languageIn(translation.language, locale)}</dt>
              <dd>
                <Progress translation={translation} locale={locale} />
              </dd>
              <dd>
                <Link className="act" href={address(translation.language)}>
                  {t("open")}
                  <span className="vh"> {t("into", { language: languageIn(translation.language, locale) })}</span>
                </Link>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {free.length > 0 && (
        <section className="stack" aria-labelledby="h-begin">
          <h2 id="h-begin">{t("begin")}</h2>
          <ul className="actions">
            {free.map((language) => (
              <li key={language}>
                <Link className="act" href={address(language)}>
                  {languageIn(language, locale)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
