import { Field, Select } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { editFunding } from "@/lib/write-ups/actions";
import { FUNDING_KINDS } from "@/lib/write-ups/document";
import { moneyText } from "@/lib/write-ups/money-input";
import { Fold } from "./fold";
import { Row, sourceOf } from "./row-fields";
import { Rows } from "./rows";
import { SourceFields } from "./source-fields";
import { TaskForm } from "./task-form";
import type { TaskProps } from "./task-props";

/** Who paid how much, each amount in the currency it was given in. */
export function FundingForm(props: TaskProps) {
  const { writeUp, locale } = props;
  const { document, language } = writeUp;
  const t = translator(locale, "writing");
  const kinds = translator(locale, "vocabulary.fundingKind");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = formWords(locale).prefix;
  return (
    <TaskForm {...props} action={editFunding} rows>
      <Rows entries={document.funding} first={2} {...props}>
        {(grant, index, movable) => {
          const name = (field: string) => `rows.${index}.${field}`;
          const source = sourceOf(document, grant?.sourceId);
          const { amount = null, currency = null } = grant ?? {};
          return (
            <Row
              key={grant?.id ?? `new-${index}`}
              index={index}
              id={grant?.id ?? ""}
              legend={t("tasks.grant", { number: index + 1 })}
              movable={movable}
            >
              <Field
                name={name("label")}
                label={t("field.fundingLabel")}
                defaultValue={grant?.label}
                lang={language}
                autoComplete="off"
                errorPrefix={errorPrefix}
              />
              <Field
                name={name("amount")}
                label={t("field.amount")}
                hint={index === 0 ? t("field.amountHint") : undefined}
                optional={optional}
                defaultValue={amount !== null && currency !== null ? moneyText({ amount, currency }, locale) : ""}
                short
                autoComplete="off"
                errorPrefix={errorPrefix}
              />
              <Select
                name={name("kind")}
                label={t("field.fundingKind")}
                defaultValue={grant?.kind ?? "own-budget"}
                options={FUNDING_KINDS.map((value) => ({ value, label: kinds(value) }))}
                errorPrefix={errorPrefix}
              />
              <Fold
                summary={[t("tasks.moreFunding"), source?.title].filter(Boolean).join(": ")}
                names={["date", "sourceTitle", "sourceUrl"].map(name)}
              >
                <div className="stack">
                  <Field
                    name={name("date")}
                    label={t("field.fundingDate")}
                    hint={t("field.dateHint")}
                    optional={optional}
                    defaultValue={grant?.date ? formatPartialDate(grant.date, locale) : ""}
                    short
                    autoComplete="off"
                    errorPrefix={errorPrefix}
                  />
                  <SourceFields prefix={`rows.${index}.`} source={source} locale={locale} />
                </div>
              </Fold>
            </Row>
          );
        }}
      </Rows>
    </TaskForm>
  );
}
