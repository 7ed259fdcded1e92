import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { amend, lock } from "@/lib/minutes/actions";
import { AMENDMENT_MAX } from "@/lib/notes/limits";

export function LockForm({ sessionId, locale }: { sessionId: string; locale: Locale }) {
  return (
    <Form action={lock} words={formWords(locale)} className="stack">
      <div className="actions">
        <input type="hidden" name="id" value={sessionId} />
        <Submit>{translator(locale, "minutes")("lock")}</Submit>
      </div>
    </Form>
  );
}

interface AmendProps {
  sessionId: string;
  language: string;
  formKey: string;
  locale: Locale;
}

export function AmendForm({ sessionId, language, formKey, locale }: AmendProps) {
  const t = translator(locale, "minutes");
  const words = formWords(locale);
  return (
    <Form
      action={amend}
      words={words}
      className="stack"
      before={
        <>
          <input type="hidden" name="id" value={sessionId} />
          <input type="hidden" name="formKey" value={formKey} />
        </>
      }
      after={<Submit quiet>{t("amendSend")}</Submit>}
    >
      <Field
        name="amendment"
        label={t("amend")}
        hint={t("amendHint")}
        rows={3}
        maxLength={AMENDMENT_MAX}
        lang={language}
        errorPrefix={words.prefix}
      />
    </Form>
  );
}
