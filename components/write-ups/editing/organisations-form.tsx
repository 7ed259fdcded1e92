import { Field, Select } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import { translator } from "@/lib/i18n/translator";
import { editOrganisations } from "@/lib/write-ups/actions";
import { allSections } from "@/lib/write-ups/empty-document";
import { ACTOR_ROLES, ACTOR_SECTORS, SSE_TYPES } from "@/lib/write-ups/vocabulary";
import { Fold } from "./fold";
import { Row } from "./row-fields";
import { Rows } from "./rows";
import { SectionFields } from "./section-fields";
import { TaskForm } from "./task-form";
import type { TaskProps } from "./task-props";

/** Who took part; for a case also what only they could do. */
export function OrganisationsForm(props: TaskProps) {
  const { writeUp, locale } = props;
  const t = translator(locale, "writing");
  const terms = translator(locale, "vocabulary");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = formWords(locale).prefix;
  const none = { value: "", label: t("field.none") };
  const words = allSections(writeUp.kind, writeUp.document).find(({ key }) => key === "who-did-what");
  return (
    <TaskForm {...props} action={editOrganisations} rows>
      {words && <SectionFields section={words} language={writeUp.language} rows={5} locale={locale} />}
      <Rows entries={writeUp.document.organisations} {...props}>
        {(organisation, index, movable) => {
          const name = (field: string) => `rows.${index}.${field}`;
          return (
            <Row
              key={organisation?.id ?? `new-${index}`}
              index={index}
              id={organisation?.id ?? ""}
              legend={t("tasks.organisation", { number: index + 1 })}
              movable={movable}
            >
              <Field
                name={name("name")}
                label={t("field.name")}
                defaultValue={organisation?.name}
                autoComplete="off"
                errorPrefix={errorPrefix}
              />
              <div className="two">
                <Select
                  name={name("sector")}
                  label={t("field.sector")}
                  optional={optional}
                  defaultValue={organisation?.sector ?? ""}
                  options={[none, ...ACTOR_SECTORS.map((value) => ({ value, label: terms(`sector.${value}`) }))]}
                  errorPrefix={errorPrefix}
                />
                <Select
                  name={name("role")}
                  label={t("field.role")}
                  optional={optional}
                  defaultValue={organisation?.role ?? ""}
                  options={[none, ...ACTOR_ROLES.map((value) => ({ value, label: terms(`role.${value}`) }))]}
                  errorPrefix={errorPrefix}
                />
              </div>
              <Fold summary={t("tasks.moreOrganisation")} names={["sseType", "legalForm", "url"].map(name)}>
                <div className="stack">
                  <Select
                    name={name("sseType")}
                    label={t("field.sseType")}
                    optional={optional}
                    defaultValue={organisation?.sseType ?? ""}
                    options={[none, ...SSE_TYPES.map((value) => ({ value, label: terms(`sseType.${value}`) }))]}
                    errorPrefix={errorPrefix}
                  />
                  <Field
                    name={name("legalForm")}
                    label={t("field.legalForm")}
                    optional={optional}
                    defaultValue={organisation?.legalForm}
                    autoComplete="off"
                    lang={writeUp.language}
                    errorPrefix={errorPrefix}
                  />
                  <Field
                    name={name("url")}
                    label={t("field.url")}
                    optional={optional}
                    defaultValue={organisation?.url ?? ""}
                    autoComplete="off"
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
