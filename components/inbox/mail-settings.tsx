import { Done } from "@/components/people/done";
import { Choices } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { setRhythm } from "@/lib/inbox/actions";
import type { Rhythm } from "@/lib/inbox/limits";
import { rhythmChoices } from "./rhythm-choices";

interface Props {
  rhythm: Rhythm;
  /** It was just saved. */
  saved: boolean;
  locale: Locale;
}

/** How often news come by mail: a band of the settings. */
export function MailSettings({ rhythm, saved, locale }: Props) {
  const t = translator(locale, "digest.settings");
  return (
    <section className="band" aria-labelledby="mail">
      <header className="hung">
        <h2 id="mail">{t("title")}</h2>
        <p>{t("note")}</p>
      </header>
      <div className="text stack loose">
        {saved && <Done>{t("saved")}</Done>}
        <Form action={setRhythm} words={formWords(locale)}>
          <Choices
            name="rhythm"
            label={t("rhythm")}
            defaultValue={[rhythm]}
            options={rhythmChoices(locale)}
            long
            errorPrefix={translator(locale, "errors")("prefix")}
          />
          <p className="actions">
            <Submit>{t("save")}</Submit>
          </p>
        </Form>
      </div>
    </section>
  );
}
