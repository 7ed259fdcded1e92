import Link from "next/link";
import { Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { attach, detach } from "@/lib/asks/actions";
import type { AskView } from "@/lib/asks/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { other } from "./words";

/** For the city's officials and leads: question and answer kept with one of its write-ups, or taken off again. */
export function AttachBand({ ask, locale }: { ask: AskView; locale: Locale }) {
  const t = translator(locale, "asks.page");
  const { id, attached, attachable, writeUp } = ask;
  const words = formWords(locale);
  return (
    <section className="band light" aria-labelledby="attach">
      <header className="hung">
        <h2 id="attach">{t("attach")}</h2>
        <p>{t("attachNote")}</p>
      </header>
      <div className="text stack">
        {attached && writeUp && (
          <>
            <p>
              {t("attachedOn")}{" "}
              <Link href={`/write-ups/${writeUp.id}#asked`} lang={other(writeUp.language, locale)} dir="auto">
                {writeUp.title}
              </Link>
            </p>
            <Form action={detach} words={words}>
              <input type="hidden" name="id" value={id} />
              <Submit quiet>{t("detach")}</Submit>
            </Form>
          </>
        )}
        {!attached &&
          (attachable.length === 0 ? (
            <p>{t("attachNone")}</p>
          ) : (
            <Form action={attach} words={words}>
              <input type="hidden" name="id" value={id} />
              <Select
                name="writeUp"
                label={t("attachField")}
                defaultValue={attachable.length === 1 ? attachable[0]?.id : writeUp?.id}
                options={[
                  { value: "", label: t("attachChoose") },
                  ...attachable.map(({ id: value, title, language }) => ({
                    value,
                    label: title,
                    lang: other(language, locale),
                  })),
                ]}
                errorPrefix={words.prefix}
              />
              <p className="actions">
                <Submit quiet>{t("attachDo")}</Submit>
              </p>
            </Form>
          ))}
      </div>
    </section>
  );
}
