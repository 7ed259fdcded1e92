import { Field } from "@/components/ui/field";
import { formWords } from "@/components/ui/form-words";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import { editTitle } from "@/lib/write-ups/actions";
import { CARD_MAX, TITLE_MAX } from "@/lib/write-ups/limits";
import { CrisisSelect } from "./crisis-select";
import { Kept } from "./kept";
import { TaskForm } from "./task-form";
import type { TaskProps } from "./task-props";

const DATES = {
  case: ["beganOn", "firstActionOn", "startedOn", "endedOn"],
  practice: ["startedOn", "endedOn"],
} as const;

/** Title, card and the dates of the whole. */
export function TitleForm(props: TaskProps) {
  const { writeUp, locale } = props;
  const { kind, document, language } = writeUp;
  const t = translator(locale, "writing.field");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = formWords(locale).prefix;
  return (
    <TaskForm {...props} action={editTitle}>
      <Field
        name="title"
        label={t("title")}
        hint={t("titleHint", { max: TITLE_MAX })}
        defaultValue={document.title}
        lang={language}
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
      {kind === "case" ? (
        <CrisisSelect crises={props.crises} chosen={writeUp.crisis?.id} locale={locale} />
      ) : (
        <Kept name="crisis" value="" />
      )}
      <Field
        name="card"
        label={t("card")}
        hint={t("cardHint", { max: CARD_MAX })}
        optional={optional}
        defaultValue={document.card}
        rows={4}
        lang={language}
        errorPrefix={errorPrefix}
      />
      {DATES[kind].map((date, index) => (
        <Field
          key={date}
          name={date}
          label={t(date)}
          hint={index === 0 ? t("dateHint") : undefined}
          optional={optional}
          defaultValue={document[date] ? formatPartialDate(document[date], locale) : ""}
          short
          autoComplete="off"
          errorPrefix={errorPrefix}
        />
      ))}
    </TaskForm>
  );
}
