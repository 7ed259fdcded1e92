import { Choices, Select } from "@/components/ui/field";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

interface Props {
  /** In order of preference. */
  languages: readonly string[];
  prefix: string;
  locale: Locale;
}

/** One first language and any others, each by the name it calls itself. */
export function LanguageFields({ languages, prefix, locale }: Props) {
  const t = translator(locale, "settings");
  const options = Object.entries(CONTENT_LANGUAGES).map(([value, label]) => ({ value, label, lang: value }));
  return (
    <>
      <Select
        name="language"
        label={t("language")}
        hint={t("languageHint")}
        defaultValue={languages[0] ?? "en"}
        options={options}
        errorPrefix={prefix}
      />
      <Choices
        name="others[]"
        label={t("others")}
        optional={translator(locale, "ui")("optional")}
        multiple
        defaultValue={languages.slice(1)}
        options={options}
        errorPrefix={prefix}
      />
    </>
  );
}
