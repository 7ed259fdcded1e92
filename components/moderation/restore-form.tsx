import Link from "next/link";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { restore } from "@/lib/moderation/actions";
import { HIDE_REASON_MAX } from "@/lib/moderation/limits";
import { placeOf } from "@/lib/moderation/paths";
import type { Judged } from "@/lib/moderation/types";

interface Props {
  judged: Judged;
  from: string;
  locale: Locale;
}

export function RestoreForm({ judged, from, locale }: Props) {
  const t = translator(locale, "moderation");
  const words = formWords(locale);
  return (
    <Form
      action={restore}
      words={words}
      className="stack"
      before={
        <>
          <input type="hidden" name="id" value={judged.id} />
          <input type="hidden" name="from" value={from} />
        </>
      }
      after={
        <p className="actions">
          <Submit>{t("restoreSend")}</Submit>
          <Link href={from ? "/reports" : placeOf(judged)}>
            {from ? t("backToList") : t("back", { kind: judged.kind })}
          </Link>
        </p>
      }
    >
      <Field
        name="note"
        label={t("restoreNote")}
        hint={t("restoreNoteHint", { name: judged.author ?? "" })}
        rows={2}
        maxLength={HIDE_REASON_MAX}
        errorPrefix={words.prefix}
      />
    </Form>
  );
}
