import { Field } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import { translator } from "@/lib/i18n/translator";
import { editContact } from "@/lib/write-ups/actions";
import { Check } from "./check";
import { TaskForm } from "./task-form";
import type { TaskProps } from "./task-props";

/** Whom to ask; for a case also that nobody who was helped can be recognised. */
export function ContactForm(props: TaskProps) {
  const { writeUp, locale } = props;
  const { contact, nobodyRecognisable } = writeUp.document;
  const t = translator(locale, "writing.field");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = formWords(locale).prefix;
  return (
    <TaskForm {...props} action={editContact}>
      <Field
        name="email"
        label={t("contactEmail")}
        hint={t("contactEmailHint")}
        optional={optional}
        type="email"
        defaultValue={contact?.email ?? ""}
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
      <Field
        name="name"
        label={t("contactName")}
        hint={t("contactNameHint")}
        optional={optional}
        defaultValue={contact?.name}
        lang={writeUp.language}
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
      {writeUp.kind === "case" && (
        <div>
          <Check
            name="nobodyRecognisable"
            label={t("nobodyRecognisable")}
            checked={nobodyRecognisable}
            errorPrefix={errorPrefix}
          />
          <p className="hint">{t("nobodyRecognisableHint")}</p>
        </div>
      )}
    </TaskForm>
  );
}
