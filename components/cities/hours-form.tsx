import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { WorkWeek } from "@/lib/fair-hours/limits";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatHour } from "@/lib/people/work-hours";
import { saveHours } from "@/lib/workspaces/actions";
import { weekdayName } from "./weekdays";

/** From and to for each day of the week; both empty on a day off. */
export function HoursForm({ slug, week, locale }: { slug: string; week: WorkWeek; locale: Locale }) {
  const t = translator(locale, "holidays");
  const prefix = translator(locale, "errors")("prefix");
  const typed = (minutes: number | undefined) => (minutes === undefined ? "" : formatHour(minutes));
  return (
    <Form action={saveHours} words={formWords(locale)}>
      <div className="week">
        {week.map((hours, index) => {
          const day = weekdayName(index, locale);
          return (
            <fieldset className="weekday" key={day}>
              <legend>{day}</legend>
              <Field
                name={`week.${index}.from`}
                label={t("from")}
                defaultValue={typed(hours?.[0])}
                autoComplete="off"
                errorPrefix={prefix}
              />
              <Field
                name={`week.${index}.to`}
                label={t("to")}
                defaultValue={typed(hours?.[1])}
                autoComplete="off"
                errorPrefix={prefix}
              />
            </fieldset>
          );
        })}
      </div>
      <p className="actions">
        <input type="hidden" name="slug" value={slug} />
        <Submit>{t("save")}</Submit>
      </p>
    </Form>
  );
}
