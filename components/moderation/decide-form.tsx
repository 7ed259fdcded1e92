import Link from "next/link";
import { Choices, Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { decide } from "@/lib/moderation/actions";
import { APPEAL_DECISIONS, NOTE_MAX } from "@/lib/moderation/limits";

interface Props {
  appealId: string;
  author: string;
  locale: Locale;
}

export function DecideForm({ appealId, author, locale }: Props) {
  const t = translator(locale, "moderation");
  const words = formWords(locale);
  return (
    <Form
      action={decide}
      words={words}
      className="stack"
      before={<input type="hidden" name="appealId" value={appealId} />}
      after={
        <p className="actions">
          <Submit>{t("decideSend")}</Submit>
          <Link href="/reports">{t("backToList")}</Link>
        </p>
      }
    >
      <Choices
        name="decision"
        label={t("decision")}
        long
        options={APPEAL_DECISIONS.map((value) => ({ value, label: t(`decisions.${value}`) }))}
        errorPrefix={words.prefix}
      />
      <Field
        name="answer"
        label={t("answer", { name: author })}
        rows={4}
        maxLength={NOTE_MAX}
        errorPrefix={words.prefix}
      />
    </Form>
  );
}
