import { Field, Select } from "@/components/ui/field";
import { ASK_TEXT_MAX, ASK_TITLE_MAX } from "@/lib/asks/limits";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

interface Props {
  given?: { title: string; markdown: string };
  language: string;
  locale: Locale;
}

/** The question in one line, what one needs to know, and the language of both. */
export function WordFields({ given, language, locale }: Props) {
  const t = translator(locale, "asks.new.field");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = translator(locale, "errors")("prefix");
  return (
    <>
      <Field
        name="title"
        label={t("title")}
        hint={t("titleHint")}
        defaultValue={given?.title}
        rows={2}
        maxLength={ASK_TITLE_MAX}
        errorPrefix={errorPrefix}
      />
      <Field
        name="markdown"
        label={t("text")}
        hint={t("textHint")}
        optional={optional}
        defaultValue={given?.markdown}
        rows={6}
        maxLength={ASK_TEXT_MAX}
        errorPrefix={errorPrefix}
      />
      <Select
        name="language"
        label={t("language")}
        defaultValue={language}
        options={Object.entries(CONTENT_LANGUAGES).map(([value, label]) => ({ value, label, lang: value }))}
        errorPrefix={errorPrefix}
      />
    </>
  );
}
