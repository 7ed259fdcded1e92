import { Field, Select } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { editFigures } from "@/lib/write-ups/actions";
import { EVIDENCE, STRENGTHS } from "@/lib/write-ups/document";
import { figureText } from "@/lib/write-ups/figure-input";
import { Check } from "./check";
import { Fold } from "./fold";
import { Row, sourceOf } from "./row-fields";
import { Rows } from "./rows";
import { SourceFields } from "./source-fields";
import { TaskForm } from "./task-form";
import type { TaskProps } from "./task-props";

/** Figures as the sources give them: a label, a value as text, a unit, the date it was true on, who says so. */
export function FiguresForm(props: TaskProps) {
  const { writeUp, locale } = props;
  const { document, language } = writeUp;
  const t = translator(locale, "writing");
  const terms = translator(locale, "vocabulary");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = formWords(locale).prefix;
  const none = { value: "", label: t("field.none") };
  return (
    <TaskForm {...props} action={editFigures} rows>
      <Rows entries={document.observations} {...props}>
        {(figure, index, movable) => {
          const name = (field: string) => `rows.${index}.${field}`;
          const source = sourceOf(document, figure?.sourceId);
          const first = index === 0;
          return (
            <Row
              key={figure?.id ?? `new-${index}`}
              index={index}
              id={figure?.id ?? ""}
              legend={t("tasks.figure", { number: index + 1 })}
              movable={movable}
            >
              <Field
                name={name("label")}
                label={t("field.label")}
                defaultValue={figure?.label}
                lang={language}
                errorPrefix={errorPrefix}
              />
              <div className="two">
                <Field
                  name={name("value")}
                  label={t("field.value")}
                  hint={first ? t("field.valueHint") : undefined}
                  defaultValue={figure ? figureText(figure, locale) : ""}
                  autoComplete="off"
                  errorPrefix={errorPrefix}
                />
                <Field
                  name={name("unit")}
                  label={t("field.unit")}
                  hint={first ? t("field.unitHint") : undefined}
                  optional={optional}
                  defaultValue={figure?.unit}
                  autoComplete="off"
                  errorPrefix={errorPrefix}
                />
              </div>
              <Field
                name={name("asOf")}
                label={t("field.asOf")}
                hint={first ? t("field.dateHint") : undefined}
                optional={optional}
                defaultValue={figure?.asOf ? formatPartialDate(figure.asOf, locale) : ""}
                short
                autoComplete="off"
                errorPrefix={errorPrefix}
              />
              <Check
                name={name("onCard")}
                label={t("field.onCard")}
                checked={figure?.onCard ?? false}
                errorPrefix={errorPrefix}
              />
              <Fold
                summary={[t("tasks.moreFigure"), source?.title].filter(Boolean).join(": ")}
                names={["sourceTitle", "sourceUrl", "evidence", "strength", "from", "note"].map(name)}
              >
                <div className="stack">
                  <SourceFields prefix={`rows.${index}.`} source={source} locale={locale} />
                  <div className="two">
                    <Select
                      name={name("evidence")}
                      label={t("field.evidence")}
                      optional={optional}
                      defaultValue={figure?.evidence ?? ""}
                      options={[none, ...EVIDENCE.map((value) => ({ value, label: terms(`evidence.${value}`) }))]}
                      errorPrefix={errorPrefix}
                    />
                    <Select
                      name={name("strength")}
                      label={t("field.strength")}
                      optional={optional}
                      defaultValue={figure?.strength ?? ""}
                      options={[none, ...STRENGTHS.map((value) => ({ value, label: terms(`strength.${value}`) }))]}
                      errorPrefix={errorPrefix}
                    />
                  </div>
                  <Field
                    name={name("from")}
                    label={t("field.from")}
                    hint={t("field.fromHint")}
                    optional={optional}
                    defaultValue={figure?.from ? formatPartialDate(figure.from, locale) : ""}
                    short
                    autoComplete="off"
                    errorPrefix={errorPrefix}
                  />
                  <Field
                    name={name("note")}
                    label={t("field.note")}
                    optional={optional}
                    defaultValue={figure?.note}
                    lang={language}
                    errorPrefix={errorPrefix}
                  />
                </div>
              </Fold>
            </Row>
          );
        }}
      </Rows>
    </TaskForm>
  );
}
