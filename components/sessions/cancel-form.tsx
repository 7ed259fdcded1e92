import Link from "next/link";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cancel } from "@/lib/sessions/actions";
import { CANCEL_REASON_MAX } from "@/lib/sessions/limits";

export function CancelForm({ sessionId, locale }: { sessionId: string; locale: Locale }) {
  const t = translator(locale, "sessions");
  const errors = translator(locale, "errors");
  return (
    <Form action={cancel} words={formWords(locale)}>
      <input type="hidden" name="id" value={sessionId} />
      <Field
        name="reason"
        label={t("field.reason")}
        hint={t("field.reasonHint")}
        rows={3}
        maxLength={CANCEL_REASON_MAX}
        errorPrefix={errors("prefix")}
      />
      <p className="actions">
        <Submit>{t("cancelSend")}</Submit>
        <Link href={`/sessions/${sessionId}`}>{t("keep")}</Link>
      </p>
    </Form>
  );
}
