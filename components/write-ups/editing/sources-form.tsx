import { Field, Select } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import { CONTENT_LANGUAGES } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { editSources } from "@/lib/write-ups/actions";
import { Fold } from "./fold";
import { Row } from "./row-fields";
import { Rows } from "./rows";
import { TaskForm } from "./task-form";
import type { TaskProps } from "./task-props";

/** What the other tasks named as a source, with all that is known of it. */
export function SourcesForm(props: TaskProps) {
  const { locale } = props;
  const t = translator(locale, "writing");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = formWords(locale).prefix;
  const languages = Object.entries(CONTENT_LANGUAGES).map(([value, label]) => ({ value, label, lang: value }));
  const shared = { optional, errorPrefix, autoComplete: "off" };
  return (
    <TaskForm {...props} action={editSources} rows>
      <Rows entries={props.writeUp.document.sources} first={1} {...props}>
        {(source, index, movable) => {
          const name = (field: string) => `rows.${index}.${field}`;
          const date = (known?: string | null) => (known ? formatPartialDate(known, locale) : "");
          return (
            <Row
              key={source?.id ?? `new-${index}`}
              index={index}
              id={source?.id ?? ""}
              legend={t("tasks.source", { number: index + 1 })}
              movable={movable}
            >
              <Field
                name={name("title")}
                label={t("field.sourceTitle")}
                defaultValue={source?.title}
                lang={source?.language ?? undefined}
                autoComplete="off"
                errorPrefix={errorPrefix}
              />
              <Field {...shared} name={name("url")} label={t("field.sourceUrl")} defaultValue={source?.url ?? ""} />
              <div className="two">
                <Field
                  {...shared}
                  name={name("publisher")}
                  label={t("field.publisher")}
                  defaultValue={source?.publisher ?? ""}
                />
                <Field
                  {...shared}
                  name={name("date")}
                  label={t("field.published")}
                  hint={index === 0 ? t("field.dateHint") : undefined}
                  defaultValue={date(source?.date)}
                />
              </div>
              <Fold summary={t("tasks.moreSource")} names={["language", "accessedOn"].map(name)}>
                <div className="stack">
                  <Select
                    name={name("language")}
                    label={t("field.sourceLanguage")}
                    optional={optional}
                    defaultValue={source?.language ?? ""}
                    options={[{ value: "", label: t("field.none") }, ...languages]}
                    errorPrefix={errorPrefix}
                  />
                  <Field
                    {...shared}
                    name={name("accessedOn")}
                    label={t("field.accessedOn")}
                    hint={t("field.dateHint")}
                    defaultValue={date(source?.accessedOn)}
                    short
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
