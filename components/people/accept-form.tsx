import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Submit } from "@/components/ui/submit";
import { accept } from "@/lib/cohorts/actions";
import type { InvitationView } from "@/lib/cohorts/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { NAME_MAX } from "@/lib/people/limits";
import { LanguageFields } from "./language-fields";

interface Props {
  token: string;
  invitation: InvitationView;
  locale: Locale;
}

/** Whoever has an account only accepts; others say their name and languages first. */
export function AcceptForm({ token, invitation, locale }: Props) {
  const t = translator(locale, "invitations");
  const settings = translator(locale, "settings");
  const errors = translator(locale, "errors");
  const prefix = errors("prefix");
  return (
    <>
      <header className="hung">
        <h2 id="accept">{invitation.known ? t("accept") : t("about")}</h2>
        <p>{invitation.known ? t("acceptKnown") : t("aboutNote")}</p>
      </header>
      <div className="text">
        <Form action={accept} words={{ problem: errors("problem"), prefix }}>
          <input type="hidden" name="token" value={token} />
          {!invitation.known && (
            <>
              <Field
                name="name"
                label={settings("name")}
                hint={settings("nameHint")}
                autoComplete="name"
                maxLength={NAME_MAX}
                errorPrefix={prefix}
              />
              <LanguageFields languages={[locale]} prefix={prefix} locale={locale} />
            </>
          )}
          <p className="actions">
            <Submit big>{t("accept")}</Submit>
          </p>
        </Form>
      </div>
    </>
  );
}
