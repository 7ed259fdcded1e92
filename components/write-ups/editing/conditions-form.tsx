import { Field, Select } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import { translator } from "@/lib/i18n/translator";
import { editConditions } from "@/lib/write-ups/actions";
import { TRANSFERABLE } from "@/lib/write-ups/document";
import { allSections } from "@/lib/write-ups/empty-document";
import { Row } from "./row-fields";
import { Rows } from "./rows";
import { SectionFields } from "./section-fields";
import { TaskForm } from "./task-form";
import type { TaskProps } from "./task-props";

/** What another city needs, and the parts it can take alone. */
export function ConditionsForm(props: TaskProps) {
  const { writeUp, locale } = props;
  const t = translator(locale, "writing");
  const terms = translator(locale, "vocabulary.transferable");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = formWords(locale).prefix;
  const section = allSections(writeUp.kind, writeUp.document).find(({ key }) => key === "conditions");
  return (
    <TaskForm {...props} action={editConditions} rows>
      {section && <SectionFields section={section} language={writeUp.language} rows={6} locale={locale} />}
      <h2>{t("tasks.blocks")}</h2>
      <Rows entries={writeUp.document.buildingBlocks} first={2} {...props}>
        {(block, index, movable) => {
          const name = (field: string) => `rows.${index}.${field}`;
          return (
            <Row
              key={block?.id ?? `new-${index}`}
              index={index}
              id={block?.id ?? ""}
              legend={t("tasks.block", { number: index + 1 })}
              movable={movable}
            >
              <Field
                name={name("name")}
                label={t("field.blockName")}
                defaultValue={block?.name}
                lang={writeUp.language}
                errorPrefix={errorPrefix}
              />
              <Field
                name={name("what")}
                label={t("field.blockWhat")}
                optional={optional}
                defaultValue={block?.what}
                rows={2}
                lang={writeUp.language}
                errorPrefix={errorPrefix}
              />
              <Field
                name={name("needs")}
                label={t("field.needs")}
                optional={optional}
                defaultValue={block?.needs}
                rows={2}
                lang={writeUp.language}
                errorPrefix={errorPrefix}
              />
              <Select
                name={name("transferable")}
                label={t("field.transferable")}
                defaultValue={block?.transferable ?? "not-known"}
                options={TRANSFERABLE.map((value) => ({ value, label: terms(value) }))}
                errorPrefix={errorPrefix}
              />
            </Row>
          );
        }}
      </Rows>
    </TaskForm>
  );
}
