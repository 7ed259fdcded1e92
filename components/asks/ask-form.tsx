import Link from "next/link";
import { FormKey } from "@/components/sessions/form-key";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { post } from "@/lib/asks/actions";
import { newAskAddress } from "@/lib/asks/query";
import type { NewAsk } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { WordFields } from "./word-fields";
import { other } from "./words";

interface Props {
  ask: NewAsk;
  formKey: string;
  /** In which language the asker writes first. */
  language: string;
  locale: Locale;
}

/** What is asked, and what it is about. */
export function AskForm({ ask: { target, writeUp }, formKey, language, locale }: Props) {
  const t = translator(locale, "asks.new");
  const without = newAskAddress({ city: target?.city?.slug, theme: target?.theme ?? undefined });
  return (
    <Form
      action={post}
      words={formWords(locale)}
      className="stack loose"
      before={
        <>
          <input type="hidden" name="city" value={target?.city?.id ?? ""} />
          <input type="hidden" name="theme" value={target?.theme ?? ""} />
          <input type="hidden" name="writeUp" value={writeUp?.id ?? ""} />
          <FormKey fresh={formKey} />
          {writeUp && (
            <p>
              {t("about")}{" "}
              <Link href={`/write-ups/${writeUp.id}`} lang={other(writeUp.language, locale)} dir="auto">
                {writeUp.title}
              </Link>
              . <Link href={without}>{t("without")}</Link>
            </p>
          )}
        </>
      }
      after={
        <p className="actions">
          <Submit>{t("send")}</Submit>
        </p>
      }
    >
      <WordFields language={language} locale={locale} />
    </Form>
  );
}
