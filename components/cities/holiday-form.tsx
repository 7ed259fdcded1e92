import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { HOLIDAY_NAME_MAX } from "@/lib/fair-hours/limits";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { addDayOff } from "@/lib/workspaces/actions";

/** A day off that no table knows: the saint of the city, a bridge before a holiday. */
export function HolidayForm({ slug, example, locale }: { slug: string; example: string; locale: Locale }) {
  const t = translator(locale, "holidays");
  const prefix = translator(locale, "errors")("prefix");
  return (
    <Form action={addDayOff} words={formWords(locale)}>
      <Field
        name="date"
        label={t("date")}
        hint={t("dateHint", { example })}
        short
        autoComplete="off"
        errorPrefix={prefix}
      />
      <Field name="name" label={t("name")} maxLength={HOLIDAY_NAME_MAX} autoComplete="off" errorPrefix={prefix} />
      <p className="actions">
        <input type="hidden" name="slug" value={slug} />
        <Submit>{t("add")}</Submit>
      </p>
    </Form>
  );
}
