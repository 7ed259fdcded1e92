import { Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { writeNote } from "@/lib/notes/actions";
import type { NotesPage } from "@/lib/notes/types";
import { ComposerKeeping } from "./composer-keeping";
import { KindChoices } from "./kind-choices";
import { keepLabels, kindLabels } from "./labels";

interface Props {
  page: NotesPage;
  /** The languages the writer knows, the preferred first. */
  languages: readonly string[];
  /** Where the form stands, to come back to. */
  from: "session" | "notes";
  locale: Locale;
}

/** The field for a new note: kept as it is typed, and a plain form without JavaScript. */
export function Composer({ page, languages, from, locale }: Props) {
  const t = translator(locale, "notes");
  const errorPrefix = translator(locale, "errors")("prefix");
  const { sessionId, steps, stepId: step } = page;
  const language = languages.includes(page.language) ? page.language : (languages[0] ?? page.language);
  const hidden = { id: newId(), aside: newId(), session: sessionId, from };
  return (
    <Form action={writeNote} words={formWords(locale)} className="stack under note-form" id="write">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="stack">
        <Field name="body" rows={3} label={t("add")} errorPrefix={errorPrefix} />
        <KindChoices legend={t("what")} kinds={kindLabels(locale)} chosen="note" />
        <div className="note-place">
          {steps.length > 0 && (
            <Select
              name="step"
              label={t("step")}
              errorPrefix={errorPrefix}
              defaultValue={step ?? ""}
              options={[
                ...steps.map(({ id, title }) => ({ value: id, label: title, lang: page.language })),
                { value: "", label: t("general") },
              ]}
            />
          )}
          <Select
            name="language"
            label={t("language")}
            defaultValue={language}
            options={Object.entries(CONTENT_LANGUAGES).map(([value, label]) => ({ value, label, lang: value }))}
          />
        </div>
        <div className="actions">
          <Submit>{t("submit")}</Submit>
          <ComposerKeeping
            session={sessionId}
            person={page.me}
            step={step}
            labels={keepLabels(locale)}
            hint={t("keptAsYouType")}
          />
        </div>
      </div>
    </Form>
  );
}
