import { Field } from "@/components/ui/field";
import { languageIn } from "@/lib/i18n/languages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { LONG_FIELDS, WORD_MAX } from "@/lib/translations/limits";
import type { TranslatedWord } from "@/lib/translations/parts";
import { nameOf } from "@/lib/translations/words";
import { Original } from "./original";
import { TheirWord } from "./their-word";

interface Props {
  word: TranslatedWord;
  from: string;
  to: string;
  machine: string | null;
  locale: Locale;
}

/** The original's words, and beside them the field for their translation. */
export function Twin({ word, from, to, machine, locale }: Props) {
  const t = translator(locale, "translations");
  const { field, state, text } = word;
  const label = (language: string) =>
    t("words", { field: t(`field.${field}`), language: languageIn(language, locale) });
  const isName = field === "name" && word.part === "organisations";
  return (
    <div className="twin">
      <div className="stack tight">
        <p className="label">{label(from)}</p>
        {state === "changed" && <p className="hint">{t("word.changed")}</p>}
        {state === "new" && <p className="hint">{t("word.new")}</p>}
        <Original word={word} language={from} locale={locale} />
      </div>
      <div className="stack">
        <TheirWord word={word.key} label={t("theirs")} lang={to} />
        <Field
          name={nameOf(word.key)}
          label={label(to)}
          hint={hint()}
          defaultValue={word.translation || (isName ? text : "")}
          rows={rowsFor(text, LONG_FIELDS.includes(field))}
          lang={to}
          autoComplete="off"
          errorPrefix={translator(locale, "errors")("prefix")}
        />
      </div>
    </div>
  );

  function hint() {
    if (state === "machine") return t("word.machine", { service: machine ?? "" });
    if (field === "text") return t("markdown");
    if (field === "title" || field === "card") return t("maximum", { max: WORD_MAX[field] });
    return isName && word.translation === "" ? t("sameName") : undefined;
  }
}

/** As many lines as the original takes in the same width; one line where it is short. */
function rowsFor(text: string, long: boolean): number | undefined {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 62)), 0);
  return lines === 1 && !long ? undefined : Math.min(Math.max(lines > 4 ? lines + 1 : lines, 2), 30);
}
