import { RichText } from "@/components/rich-text/rich-text";
import { richTextWords } from "@/components/rich-text/words";
import { Choices, Field } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { EMPTY_REASONS, type Section } from "@/lib/write-ups/document";
import { SECTION_MAX } from "@/lib/write-ups/limits";
import { Fold } from "./fold";

/** A guided question and its answer, or why there is none. */
export function SectionFields({
  section,
  language,
  rows = 8,
  locale,
}: {
  section: Section;
  language: string;
  rows?: number;
  locale: Locale;
}) {
  const t = translator(locale, "writing.field");
  const prompt = translator(locale, "writing.prompt");
  const errorPrefix = formWords(locale).prefix;
  const { empty } = section;
  return (
    <>
      <RichText
        name="markdown"
        label={prompt(`${section.key}.label`)}
        hint={prompt(`${section.key}.hint`)}
        defaultValue={section.markdown}
        rows={rows}
        lang={language}
        max={SECTION_MAX}
        words={richTextWords(locale, SECTION_MAX)}
        errorPrefix={errorPrefix}
      />
      <Fold summary={t("nothing")} names={["why", "by"]} open={empty !== null}>
        <div className="stack">
          <Choices
            name="why"
            label={t("why")}
            hint={t("whyHint")}
            defaultValue={[empty?.why ?? ""]}
            options={[
              { value: "", label: t("reason.none") },
              ...EMPTY_REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) })),
            ]}
            errorPrefix={errorPrefix}
          />
          <Field
            name="by"
            label={t("by")}
            hint={t("dateHint")}
            defaultValue={empty?.by ? formatPartialDate(empty.by, locale) : ""}
            short
            autoComplete="off"
            errorPrefix={errorPrefix}
          />
        </div>
      </Fold>
    </>
  );
}
