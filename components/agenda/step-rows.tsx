import { Field, Select } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { formWords } from "@/components/ui/form-words";
import { Moves } from "@/components/ui/moves";
import { Reorder } from "@/components/ui/reorder";
import { RowId } from "@/components/ui/row-id";
import { leadsOffered, leadWords } from "@/lib/formats/lead-words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { OUTPUTS } from "@/lib/sessions/limits";
import type { Reading } from "@/lib/sessions/types";

export interface StepShown {
  id?: string;
  title: string;
  minutes: number;
  lead: string;
  output: string | null;
  writeUpId?: string | null;
  /** When it begins, by the reader's clock or from the start. */
  clock: string;
  started?: boolean;
}

interface Props {
  steps: StepShown[];
  /** How many empty rows stand after them. */
  empty: number;
  /** The place of a row that was just moved without JavaScript, from 0. */
  moved?: number;
  /** What a step may be about; a format's steps are about nothing yet. */
  readings?: Reading[];
  /** The language of the steps. */
  language: string;
  host: string | null;
  locale: Locale;
}

/** The steps of an agenda as rows that change places, each with its clock, and empty ones for what is added. */
export function StepRows(props: Props) {
  const { steps, empty, moved, host, locale } = props;
  const t = translator(locale, "agenda");
  const count = steps.length;
  const places = steps.map((_, index) => t("moved", { place: index + 1, count }));
  const rows = [...steps, ...Array.from({ length: empty }, () => null)];
  return (
    <div className="steps" id="field-rows">
      <FieldError name="rows" errorPrefix={formWords(locale).prefix} />
      <datalist id="leads">
        {leadsOffered(host, locale).map((words) => (
          <option value={words} key={words} />
        ))}
      </datalist>
      <Reorder places={places} moved={moved}>
        {rows.map((step, index) => (
          <StepRow {...props} step={step} index={index} key={step?.id ?? `row-${index}`} />
        ))}
      </Reorder>
    </div>
  );
}

function StepRow({ step, index, steps, readings, language, host, locale }: Props & StepRowProps) {
  const t = translator(locale, "agenda");
  const errorPrefix = formWords(locale).prefix;
  const name = (field: string) => `rows.${index}.${field}`;
  const number = index + 1;
  const legend = t("step", { number });
  return (
    <fieldset className="entry" id={`row-${index}`}>
      <legend className="label">
        {step ? (
          <>
            <span data-clock={index}>{step.clock}</span> <span className="vh">{legend}</span>
          </>
        ) : (
          <span id={index === steps.length ? "more" : undefined}>{t("newStep")}</span>
        )}
      </legend>
      <RowId name={name("id")} value={step?.id ?? ""} />
      {step && steps.length > 1 && (
        <Moves
          index={index}
          count={steps.length}
          words={{ up: t("up", { number }), down: t("down", { number }), drag: t("drag") }}
        />
      )}
      <Field
        name={name("title")}
        label={t("field.title")}
        defaultValue={step?.title}
        lang={language === locale ? undefined : language}
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
      <div className="step-fields">
        <Field
          name={name("minutes")}
          label={t("field.minutes")}
          defaultValue={step ? String(step.minutes) : ""}
          inputMode="numeric"
          autoComplete="off"
          errorPrefix={errorPrefix}
        />
        <Field
          name={name("lead")}
          label={t("field.lead")}
          defaultValue={step ? leadWords(step.lead, host, locale) : ""}
          list="leads"
          autoComplete="off"
          errorPrefix={errorPrefix}
        />
        <Select
          name={name("output")}
          label={t("field.output")}
          defaultValue={step?.output ?? ""}
          options={[
            { value: "", label: t("nothing") },
            ...OUTPUTS.map((value) => ({ value, label: t(`output.${value}`) })),
          ]}
          errorPrefix={errorPrefix}
        />
      </div>
      <div className="step-foot">
        {readings && readings.length > 0 && (
          <details open={Boolean(step?.writeUpId)}>
            <summary>{t("about")}</summary>
            <Select
              name={name("writeUpId")}
              label={t("field.writeUp")}
              defaultValue={step?.writeUpId ?? ""}
              options={[
                { value: "", label: t("noWriteUp") },
                ...readings.map(({ id, title, language: lang }) => ({ value: id, label: title, lang })),
              ]}
              errorPrefix={errorPrefix}
            />
          </details>
        )}
        {step?.started && <p className="small muted">{t("begun")}</p>}
        {step && !step.started && (
          <button className="link small" name="remove" value={index}>
            {t("remove")}
            <span className="vh"> {legend}</span>
          </button>
        )}
      </div>
    </fieldset>
  );
}

interface StepRowProps {
  step: StepShown | null;
  index: number;
}
