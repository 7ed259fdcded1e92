import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { change } from "@/lib/asks/actions";
import type { AskView } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { WordFields } from "./word-fields";

/** For the asker, as long as nobody has answered. */
export function ChangeForm({ ask, locale }: { ask: AskView; locale: Locale }) {
  const t = translator(locale, "asks.page");
  return (
    <Form
      action={change}
      words={formWords(locale)}
      className="stack loose"
      before={<input type="hidden" name="id" value={ask.id} />}
      after={
        <p className="actions">
          <Submit quiet>{t("changeDo")}</Submit>
        </p>
      }
    >
      <WordFields given={{ title: ask.title, markdown: ask.markdown ?? "" }} language={ask.language} locale={locale} />
    </Form>
  );
}
