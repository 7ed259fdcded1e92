import { Field } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Source } from "@/lib/write-ups/document";

/** Who says so: a title, an address, or both. */
export function SourceFields({ prefix, source, locale }: { prefix: string; source: Source | null; locale: Locale }) {
  const t = translator(locale, "writing.field");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = formWords(locale).prefix;
  return (
    <>
      <Field
        name={`${prefix}sourceTitle`}
        label={t("sourceTitle")}
        optional={optional}
        defaultValue={source?.title}
        lang={source?.language ?? undefined}
        errorPrefix={errorPrefix}
      />
      <Field
        name={`${prefix}sourceUrl`}
        label={t("sourceUrl")}
        optional={optional}
        defaultValue={source?.url ?? ""}
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
    </>
  );
}
