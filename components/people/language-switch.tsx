import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locales";
import { chooseLanguage } from "@/lib/people/language-action";

/** The other languages of the interface, each a button of one form: works without JavaScript and stays on the page. */
export function LanguageSwitch({ locale, label }: { locale: Locale; label: string }) {
  return (
    <form action={chooseLanguage}>
      {LOCALES.filter((other) => other !== locale).map((other) => (
        <button className="tool" name="language" value={other} lang={other} key={other}>
          <span className="vh" lang={locale}>
            {label}
          </span>
          <span className="wide-only">{LOCALE_NAMES[other]}</span>
          <abbr className="narrow-only" title={LOCALE_NAMES[other]}>
            {other.toUpperCase()}
          </abbr>
        </button>
      ))}
    </form>
  );
}
