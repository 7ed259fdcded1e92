import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { ask } from "@/lib/questions/actions";
import { QUESTION_MAX } from "@/lib/questions/limits";

interface Props {
  sessionId: string;
  /** The language of the session: most questions are in it. */
  language: string;
  formKey: string;
  locale: Locale;
}

export function AskForm({ sessionId, language, formKey, locale }: Props) {
  const t = translator(locale, "questions");
  const words = formWords(locale);
  return (
    <Form
      action={ask}
      words={words}
      className="stack"
      before={
        <>
          <input type="hidden" name="id" value={sessionId} />
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="formKey" value={formKey} />
        </>
      }
      after={<Submit>{t("send")}</Submit>}
    >
      <Field
        name="question"
        label={t("field")}
        hint={t("hint")}
        rows={3}
        maxLength={QUESTION_MAX}
        lang={language}
        errorPrefix={words.prefix}
      />
    </Form>
  );
}
