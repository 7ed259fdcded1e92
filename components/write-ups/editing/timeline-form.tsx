import { Field, Select } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { editTimeline } from "@/lib/write-ups/actions";
import { DECISION_LEVELS, PHASES } from "@/lib/write-ups/document";
import { Fold } from "./fold";
import { Row, sourceOf } from "./row-fields";
import { SourceFields } from "./source-fields";
import { TaskForm } from "./task-form";
import { rowsToShow, type TaskProps } from "./task-props";

/** What happened when: rows of date, phase and words; who and the source are folded. */
export function TimelineForm(props: TaskProps) {
  const { writeUp, locale } = props;
  const { document, language } = writeUp;
  const t = translator(locale, "writing");
  const phases = translator(locale, "vocabulary.phase");
  const levels = translator(locale, "vocabulary.decisionLevel");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = formWords(locale).prefix;
  return (
    <TaskForm {...props} action={editTimeline} rows>
      {rowsToShow(document.timeline, props.wanted).map((entry, index) => {
        const name = (field: string) => `rows.${index}.${field}`;
        const source = sourceOf(document, entry?.sourceId);
        return (
          <Row
            key={entry?.id ?? `new-${index}`}
            index={index}
            id={entry?.id ?? ""}
            legend={t("tasks.entry", { number: index + 1 })}
          >
            <div className="two">
              <Field
                name={name("date")}
                label={t("field.date")}
                hint={index === 0 ? t("field.dateHint") : undefined}
                defaultValue={entry ? formatPartialDate(entry.date, locale) : ""}
                autoComplete="off"
                errorPrefix={errorPrefix}
              />
              <Select
                name={name("phase")}
                label={t("field.phase")}
                defaultValue={entry?.phase ?? "respond"}
                options={PHASES.map((phase) => ({ value: phase, label: phases(phase) }))}
                errorPrefix={errorPrefix}
              />
            </div>
            <Field
              name={name("what")}
              label={t("field.what")}
              defaultValue={entry?.what}
              rows={2}
              lang={language}
              errorPrefix={errorPrefix}
            />
            <Fold
              summary={[t("tasks.more"), source?.title ?? entry?.who].filter(Boolean).join(": ")}
              names={["who", "decisionLevel", "effect", "sourceTitle", "sourceUrl"].map(name)}
            >
              <div className="stack">
                <Field
                  name={name("who")}
                  label={t("field.who")}
                  optional={optional}
                  defaultValue={entry?.who}
                  lang={language}
                  errorPrefix={errorPrefix}
                />
                <Select
                  name={name("decisionLevel")}
                  label={t("field.decisionLevel")}
                  optional={optional}
                  defaultValue={entry?.decisionLevel ?? ""}
                  options={[
                    { value: "", label: t("field.none") },
                    ...DECISION_LEVELS.map((value) => ({ value, label: levels(value) })),
                  ]}
                  errorPrefix={errorPrefix}
                />
                <Field
                  name={name("effect")}
                  label={t("field.effect")}
                  optional={optional}
                  defaultValue={entry?.effect}
                  rows={2}
                  lang={language}
                  errorPrefix={errorPrefix}
                />
                <SourceFields prefix={`rows.${index}.`} source={source} locale={locale} />
              </div>
            </Fold>
          </Row>
        );
      })}
    </TaskForm>
  );
}
