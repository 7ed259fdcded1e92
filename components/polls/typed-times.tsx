import { Field } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";

const ROWS = ["0", "1", "2"];

/** Three times of one's own, by the clocks of `place`. */
export function TypedTimes({ place, locale }: { place: string; locale: Locale }) {
  const t = translator(locale, "polls");
  const f = translator(locale, "sessions.field");
  const errorPrefix = translator(locale, "errors")("prefix");
  const example = formatPartialDate("2026-11-24", locale);
  return (
    <fieldset className="stack">
      <legend className="label">{t("typed")}</legend>
      <p className="hint">{t("typedHint", { place })}</p>
      {ROWS.map((row) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be read with both legends
        <div className="two" role="group" aria-label={t("typedRow", { number: Number(row) + 1 })} key={row}>
          <Field
            name={`typed.${row}.date`}
            label={f("date")}
            hint={row === "0" ? f("dateHint", { example }) : undefined}
            errorPrefix={errorPrefix}
            autoComplete="off"
          />
          <Field
            name={`typed.${row}.time`}
            label={f("time")}
            hint={row === "0" ? f("timeHint") : undefined}
            errorPrefix={errorPrefix}
            autoComplete="off"
          />
        </div>
      ))}
    </fieldset>
  );
}
