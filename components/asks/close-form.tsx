import { FormKey } from "@/components/sessions/form-key";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { close } from "@/lib/asks/actions";
import { COMMENT_MAX } from "@/lib/comments/limits";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** An end without an answer, with the words that say why. */
export function CloseForm({ askId, formKey, locale }: { askId: string; formKey: string; locale: Locale }) {
  const t = translator(locale, "asks.page");
  const words = formWords(locale);
  return (
    <Form
      action={close}
      words={words}
      className="stack"
      before={
        <>
          <input type="hidden" name="id" value={askId} />
          <FormKey fresh={formKey} />
        </>
      }
      after={
        <p className="actions">
          <Submit quiet>{t("closeDo")}</Submit>
        </p>
      }
    >
      <Field
        name="words"
        label={t("closeField")}
        hint={t("closeHint")}
        optional={translator(locale, "ui")("optional")}
        rows={3}
        maxLength={COMMENT_MAX}
        errorPrefix={words.prefix}
      />
    </Form>
  );
}
