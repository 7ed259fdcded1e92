import { Field } from "@/components/ui/field";
import { SPREADS } from "@/lib/fair-hours/limits";
import { sentence, translator } from "@/lib/i18n/translator";
import { MINUTES_MAX, SCHEDULE_MINUTES_MIN } from "@/lib/sessions/limits";
import { formatPartialDate } from "@/lib/time/format";
import { Choice } from "./choice";
import { ChoiceGroup } from "./choice-group";
import { Fold } from "./fold";
import type { HoursView } from "./hours-view";
import { ShowHours } from "./show-hours";

/** Between which dates the hours are looked for, and how the burden is shared. */
export function HoursControls({ view, range }: { view: HoursView; range: { from: string; until: string } }) {
  const { hours, locale } = view;
  const { asked, found } = hours;
  const t = translator(locale, "newSession");
  const errorPrefix = translator(locale, "errors")("prefix");
  const day = (date: string) => formatPartialDate(date, locale);
  const dayHint = t("field.dayHint", { example: day("2026-11-24") });
  const problems = Object.values(asked.problems);
  const pays = t("somebodyPays", { minutes: asked.minutes, cities: asked.required.length });
  return (
    <>
      <div>
        <h2 id="h-when">{t("when")}</h2>
        <p className="small muted">
          {t("range", { from: day(asked.from), until: day(asked.until) })}{" "}
          {found.proposals.length > 0 && (found.free ? t("nobodyPays") : pays)}
        </p>
        {problems.map((problem) => (
          <p className="error" key={problem}>
            {sentence(locale, problem, { min: SCHEDULE_MINUTES_MIN, max: MINUTES_MAX })}
          </p>
        ))}
        <Fold summary={t("field.range")} names={["from", "until"]} open={problems.length > 0 || range.from !== ""}>
          <div className="stack">
            <Field name="from" label={t("field.from")} hint={dayHint} defaultValue={range.from} autoComplete="off" />
            <Field name="until" label={t("field.until")} hint={dayHint} defaultValue={range.until} autoComplete="off" />
          </div>
        </Fold>
      </div>
      <ChoiceGroup name="spread" legend={t("field.spread")} className="scale" errorPrefix={errorPrefix}>
        {SPREADS.map((spread) => (
          <Choice key={spread} type="radio" name="spread" value={spread} ticked={asked.spread === spread}>
            <span>
              {t(`spread.${spread}`)}
              <span className="hint">{t(`spread.${spread}Hint`)}</span>
            </span>
          </Choice>
        ))}
      </ChoiceGroup>
      <p>
        <ShowHours picked={hours.slot}>{t("show")}</ShowHours>
      </p>
    </>
  );
}
