import { Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { change } from "@/lib/commitments/actions";
import { WHAT_MAX } from "@/lib/commitments/limits";
import type { CommitmentView } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";

/** What is promised, by when, and who does it. */
export function ChangeForm({ commitment, locale }: { commitment: CommitmentView; locale: Locale }) {
  const t = translator(locale, "commitments");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = translator(locale, "errors")("prefix");
  const { id, version, what, dueOn, person, people, writeUp } = commitment;
  return (
    <Form action={change} words={formWords(locale)}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Field
        name="what"
        label={t("field.what")}
        defaultValue={what}
        maxLength={WHAT_MAX}
        rows={2}
        errorPrefix={errorPrefix}
      />
      <Field
        name="due"
        label={t("field.due")}
        hint={t("field.dueHint")}
        defaultValue={formatPartialDate(dueOn, locale)}
        short
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
      <Select
        name="person"
        label={t("field.person")}
        defaultValue={person?.id ?? ""}
        options={[{ value: "", label: t("nobody") }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        errorPrefix={errorPrefix}
      />
      <Field
        name="writeUp"
        label={t("field.writeUp")}
        hint={t("field.writeUpHint")}
        optional={optional}
        defaultValue={writeUp ? `/write-ups/${writeUp.id}` : ""}
        errorPrefix={errorPrefix}
      />
      <p className="actions">
        <Submit quiet>{t("change")}</Submit>
      </p>
    </Form>
  );
}
