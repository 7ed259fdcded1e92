import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { startLabels } from "@/components/working-copies/labels";
import { StartKeeper } from "@/components/working-copies/start-keeper";
import { translator } from "@/lib/i18n/translator";
import { startQuick } from "@/lib/write-ups/actions";
import { TITLE_MAX } from "@/lib/write-ups/limits";
import { CrisisSelect } from "./crisis-select";
import { Kept } from "./kept";
import { LanguageSelect, PlaceSelect, type StartProps } from "./start-form";

const LINES = ["happens", "doing", "need"] as const;

/** Title, crisis and three lines: what can be written in the middle of it. */
export function QuickForm({ places, crises, formKey, person, locale }: StartProps) {
  const t = translator(locale, "writing.field");
  const ui = translator(locale, "ui");
  const words = formWords(locale);
  return (
    <Form
      action={startQuick}
      words={words}
      before={<StartKeeper kind="quick" person={person} labels={startLabels(locale)} place="saved-where" />}
      after={<div id="saved-where" className="under" />}
    >
      <Kept name="formKey" value={formKey} />
      <PlaceSelect places={places} locale={locale} />
      <Field
        name="title"
        label={t("title")}
        hint={t("titleHint", { max: TITLE_MAX })}
        autoComplete="off"
        errorPrefix={words.prefix}
      />
      <CrisisSelect crises={crises} locale={locale} />
      {LINES.map((line) => (
        <Field
          key={line}
          name={line}
          label={t(line)}
          hint={t(`${line}Hint`)}
          optional={line === "need" ? ui("optional") : undefined}
          rows={2}
          errorPrefix={words.prefix}
        />
      ))}
      <LanguageSelect places={places} locale={locale} />
      <p className="actions">
        <Submit big>{ui("continue")}</Submit>
      </p>
    </Form>
  );
}
