import Link from "next/link";
import { Choices, Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { hide } from "@/lib/moderation/actions";
import { HIDE_REASON_MAX, READY_REASONS } from "@/lib/moderation/limits";
import { placeOf } from "@/lib/moderation/paths";
import type { Judged } from "@/lib/moderation/types";

interface Props {
  judged: Judged;
  /** "reports" for whoever comes from the list and goes back to it. */
  from: string;
  locale: Locale;
}

/** A ready sentence or own words: what the author is told. */
export function HideForm({ judged, from, locale }: Props) {
  const t = translator(locale, "moderation");
  const words = formWords(locale);
  return (
    <Form
      action={hide}
      words={words}
      className="stack"
      before={
        <>
          <input type="hidden" name="id" value={judged.id} />
          <input type="hidden" name="from" value={from} />
          <input type="hidden" name="decides" value={judged.waiting > 0 ? "reports" : ""} />
        </>
      }
      after={
        <>
          {judged.waiting > 0 && <p className="over">{t("hideDecides", { count: judged.waiting })}</p>}
          <p className="actions">
            <Submit>{t("hideSend", { kind: judged.kind })}</Submit>
            <Link href={from ? "/reports" : placeOf(judged)}>
              {from ? t("backToList") : t("back", { kind: judged.kind })}
            </Link>
          </p>
        </>
      }
    >
      <Choices
        name="ready"
        label={t("why", { name: judged.author ?? "" })}
        long
        options={READY_REASONS.map((value) => ({ value, label: t(`ready.${value}`) }))}
        errorPrefix={words.prefix}
      />
      <Field
        name="words"
        label={t("words")}
        hint={t("wordsHint", { max: HIDE_REASON_MAX })}
        rows={2}
        maxLength={HIDE_REASON_MAX}
        errorPrefix={words.prefix}
      />
    </Form>
  );
}
