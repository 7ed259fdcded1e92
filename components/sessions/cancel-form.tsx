import Link from "next/link";
import { ScopeField } from "@/components/series/scope-field";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cancel } from "@/lib/sessions/actions";
import { CANCEL_REASON_MAX } from "@/lib/sessions/limits";

interface Props {
  session: { id: string; seriesId: string | null };
  locale: Locale;
}

export function CancelForm({ session, locale }: Props) {
  const t = translator(locale, "sessions");
  const errors = translator(locale, "errors");
  return (
    <Form action={cancel} words={formWords(locale)}>
      <input type="hidden" name="id" value={session.id} />
      <Field
        name="reason"
        label={t("field.reason")}
        hint={t("field.reasonHint")}
        rows={3}
        maxLength={CANCEL_REASON_MAX}
        errorPrefix={errors("prefix")}
      />
      {session.seriesId && <ScopeField verb="cancel" locale={locale} />}
      <p className="actions">
        <Submit>{t("cancelSend")}</Submit>
        <Link href={`/sessions/${session.id}`}>{t("keep")}</Link>
      </p>
    </Form>
  );
}
