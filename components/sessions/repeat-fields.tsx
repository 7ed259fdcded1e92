import { Choices, Field, Select } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { RHYTHMS } from "@/lib/series/limits";
import { formatPartialDate } from "@/lib/time/format";
import type { Given } from "./given";

export const REPEAT_NAMES = ["rhythm", "seriesUntil", "rotates", "holidays"] as const;

/** Whether the session comes again, until when, at which hours, and what a holiday does to it. */
export function RepeatFields({ given, locale }: { given: Given; locale: Locale }) {
  const t = translator(locale, "newSession");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = translator(locale, "errors")("prefix");
  return (
    <>
      <Select
        name="rhythm"
        label={t("field.rhythm")}
        options={["once" as const, ...RHYTHMS].map((value) => ({ value, label: t(`rhythm.${value}`) }))}
        defaultValue={given.one("rhythm") || "once"}
        errorPrefix={errorPrefix}
      />
      <Field
        name="seriesUntil"
        label={t("field.seriesUntil")}
        hint={t("field.seriesUntilHint", { example: formatPartialDate("2026-11-24", locale) })}
        optional={optional}
        defaultValue={given.one("seriesUntil")}
        short
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
      <Choices
        name="rotates"
        label={t("field.rotates")}
        multiple
        defaultValue={given.all("rotates")}
        options={[{ value: "yes", label: t("field.rotatesYes") }]}
        errorPrefix={errorPrefix}
      />
      <Choices
        name="holidays"
        label={t("field.holidays")}
        defaultValue={[given.one("holidays") || "skip"]}
        options={(["skip", "flag"] as const).map((value) => ({ value, label: t(`holidays.${value}`) }))}
        errorPrefix={errorPrefix}
      />
    </>
  );
}
