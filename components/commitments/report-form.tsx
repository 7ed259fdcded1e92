import { Choices, Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { report } from "@/lib/commitments/actions";
import { COMMITMENT_STATUSES, EVIDENCE_MAX, NEWS_MAX } from "@/lib/commitments/limits";
import type { CommitmentView } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** How far it is, and what shows it. */
export function ReportForm({
  commitment,
  formKey,
  locale,
}: {
  commitment: CommitmentView;
  formKey: string;
  locale: Locale;
}) {
  const t = translator(locale, "commitments");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = translator(locale, "errors")("prefix");
  return (
    <Form action={report} words={formWords(locale)}>
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="id" value={commitment.id} />
      <Choices
        name="status"
        label={t("field.status")}
        defaultValue={[commitment.status]}
        options={COMMITMENT_STATUSES.map((value) => ({ value, label: t(`statusChoice.${value}`) }))}
        errorPrefix={errorPrefix}
      />
      <Field
        name="body"
        label={t("field.body")}
        hint={t("field.bodyHint")}
        optional={optional}
        rows={3}
        maxLength={NEWS_MAX}
        errorPrefix={errorPrefix}
      />
      <Field
        name="evidence"
        label={t("field.evidence")}
        hint={t("field.evidenceHint")}
        optional={optional}
        rows={2}
        maxLength={EVIDENCE_MAX}
        errorPrefix={errorPrefix}
      />
      <p className="actions">
        <Submit>{t("report")}</Submit>
      </p>
    </Form>
  );
}
