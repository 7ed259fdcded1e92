import Link from "next/link";
import { Choices, Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { report } from "@/lib/moderation/actions";
import { NOTE_MAX, REPORT_REASONS } from "@/lib/moderation/limits";
import { placeOf } from "@/lib/moderation/paths";
import type { Judged } from "@/lib/moderation/types";

export function ReportForm({ judged, locale }: { judged: Judged; locale: Locale }) {
  const t = translator(locale, "moderation");
  const words = formWords(locale);
  return (
    <Form
      action={report}
      words={words}
      className="stack"
      before={<input type="hidden" name="id" value={judged.id} />}
      after={
        <p className="actions">
          <Submit>{t("send", { kind: judged.kind })}</Submit>
          <Link href={placeOf(judged)}>{t("back", { kind: judged.kind })}</Link>
        </p>
      }
    >
      <Choices
        name="reason"
        label={t("reason")}
        long
        options={REPORT_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        errorPrefix={words.prefix}
      />
      <Field
        name="note"
        label={t("note")}
        optional={t("optional")}
        rows={3}
        maxLength={NOTE_MAX}
        errorPrefix={words.prefix}
      />
    </Form>
  );
}
