import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { saveAway } from "@/lib/people/actions";
import { formatPartialDate } from "@/lib/time/format";

/** The last day away, as text; saved empty by whoever is back. */
export function AwayForm({ awayUntil, locale }: { awayUntil: string | null; locale: Locale }) {
  const t = translator(locale, "settings");
  return (
    <Form action={saveAway} words={formWords(locale)}>
      <Field
        name="awayUntil"
        label={t("awayUntil")}
        hint={t("awayHint")}
        optional={translator(locale, "ui")("optional")}
        defaultValue={awayUntil ? formatPartialDate(awayUntil, locale) : ""}
        short
        autoComplete="off"
        errorPrefix={translator(locale, "errors")("prefix")}
      />
      <p className="actions">
        <Submit>{t("saveAway")}</Submit>
      </p>
    </Form>
  );
}
