import { Choices, Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { end } from "@/lib/series/actions";
import { LATER } from "@/lib/series/limits";
import type { SeriesView } from "@/lib/series/types";
import { CANCEL_REASON_MAX } from "@/lib/sessions/limits";
import { formatPartialDate } from "@/lib/time/format";

/** The last day of a series, and what becomes of the sessions after it. */
export function EndForm({ series, locale }: { series: SeriesView; locale: Locale }) {
  const t = translator(locale, "series.end");
  const errorPrefix = translator(locale, "errors")("prefix");
  return (
    <Form action={end} words={formWords(locale)}>
      <input type="hidden" name="id" value={series.id} />
      <Field
        name="lastOn"
        label={t("lastOn")}
        hint={t("lastOnHint", { example: formatPartialDate("2026-11-24", locale) })}
        defaultValue={series.untilOn ? formatPartialDate(series.untilOn, locale) : ""}
        short
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
      <Choices
        name="later"
        label={t("later")}
        defaultValue={["cancel"]}
        options={LATER.map((value) => ({ value, label: t(value) }))}
        errorPrefix={errorPrefix}
      />
      <Field
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        rows={2}
        maxLength={CANCEL_REASON_MAX}
        errorPrefix={errorPrefix}
      />
      <p className="actions">
        <Submit>{t("send")}</Submit>
      </p>
    </Form>
  );
}
