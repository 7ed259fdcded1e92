import Link from "next/link";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { appeal } from "@/lib/moderation/actions";
import { NOTE_MAX } from "@/lib/moderation/limits";
import { placeOf } from "@/lib/moderation/paths";
import type { Judged } from "@/lib/moderation/types";

export function AppealForm({ judged, locale }: { judged: Judged; locale: Locale }) {
  const t = translator(locale, "moderation");
  const words = formWords(locale);
  return (
    <Form
      action={appeal}
      words={words}
      className="stack"
      before={<input type="hidden" name="id" value={judged.id} />}
      after={
        <p className="actions">
          <Submit>{t("appealSend")}</Submit>
          <Link href={placeOf(judged)}>{t("back", { kind: judged.kind })}</Link>
        </p>
      }
    >
      <Field name="note" label={t("appealNote")} rows={4} maxLength={NOTE_MAX} errorPrefix={words.prefix} />
    </Form>
  );
}
