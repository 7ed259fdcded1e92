import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { type Change, changesOf } from "@/lib/translations/changes";
import type { TranslatedWord } from "@/lib/translations/parts";

interface Props {
  word: TranslatedWord;
  /** Of the original. */
  language: string;
  locale: Locale;
}

/** The original's words; where they changed since they were translated, the changes, and what stayed folded. */
export function Original({ word, language, locale }: Props) {
  // Nobody knows what a translation followed that came from elsewhere.
  if (word.state !== "changed" || !word.was)
    return (
      <p className="typed" lang={language}>
        {word.text}
      </p>
    );
  return changesOf(word.was, word.text, language).map((change, index) => (
    // The order of the changes is all that tells them apart, and it never changes on a page.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <ChangedWords key={index} change={change} language={language} locale={locale} />
  ));
}

function ChangedWords({ change, language, locale }: { change: Change; language: string; locale: Locale }) {
  const t = translator(locale, "translations");
  if ("same" in change)
    return (
      <details>
        <summary>{t("unchanged", { count: change.same.length })}</summary>
        <p className="typed" lang={language}>
          {change.same.join("\n\n")}
        </p>
      </details>
    );
  return (
    <p className="typed" lang={language}>
      {change.pieces.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === "same") return <span key={key}>{text}</span>;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          <Mark key={key}>
            <span className="vh" lang={locale}>
              {t(kind)}
            </span>
            {text}
            <span className="vh" lang={locale}>
              {t("end")}
            </span>
          </Mark>
        );
      })}
    </p>
  );
}
