import Link from "next/link";
import { Done } from "@/components/people/done";
import { Choices } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { muteByMail, setRhythmByMail } from "@/lib/inbox/actions";
import type { MailChoice as Choice } from "@/lib/inbox/types";
import { rhythmChoices } from "./rhythm-choices";

interface Props {
  choice: Choice;
  token: string;
  saved: "rhythm" | "mute" | null;
  locale: Locale;
}

/** How often mail comes to one person, whoever is signed in here; and whether more is heard of what the mail was about. */
export function MailChoice({ choice, token, saved, locale }: Props) {
  const t = translator(locale, "digest.page");
  const { email, rhythm, title } = choice;
  return (
    <div className="opening">
      <div className="left stack loose">
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead", { email })}</p>
        {saved && <Done>{saved === "mute" ? t("savedMute") : t("savedRhythm", { rhythm })}</Done>}
        {rhythm !== "never" && (
          <Form action={setRhythmByMail} words={formWords(locale)}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="rhythm" value="never" />
            <Submit>{t("stop")}</Submit>
          </Form>
        )}
        <Form action={setRhythmByMail} words={formWords(locale)}>
          <input type="hidden" name="token" value={token} />
          <Choices
            name="rhythm"
            label={translator(locale, "digest.settings")("rhythm")}
            defaultValue={[rhythm]}
            options={rhythmChoices(locale)}
            long
            errorPrefix={translator(locale, "errors")("prefix")}
          />
          <p className="actions">
            <Submit quiet={rhythm !== "never"}>{translator(locale, "digest.settings")("save")}</Submit>
            <Link href="/settings">{t("settings")}</Link>
          </p>
        </Form>
        {title && saved !== "mute" && (
          <section className="stack" aria-labelledby="mute">
            <h2 id="mute">{t("mute")}</h2>
            <p lang={title.language} dir="auto">
              {title.text}
            </p>
            <Form action={muteByMail} words={formWords(locale)}>
              <input type="hidden" name="token" value={token} />
              <Submit quiet>{t("muteButton")}</Submit>
            </Form>
          </section>
        )}
      </div>
    </div>
  );
}

/** The link is not one of ours. */
export function MailChoiceGone({ locale }: { locale: Locale }) {
  const t = translator(locale, "digest.page");
  return (
    <div className="opening">
      <div className="left stack">
        <h1>{t("gone")}</h1>
        <p className="lead">{t("goneText")}</p>
        <p className="actions">
          <Link className="button" href="/sign-in?to=%2Fsettings">
            {t("signIn")}
          </Link>
        </p>
      </div>
    </div>
  );
}
