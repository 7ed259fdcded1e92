import { Choices, Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Submit } from "@/components/ui/submit";
import { invite } from "@/lib/cohorts/actions";
import type { Role } from "@/lib/cohorts/limits";
import { LOCALE_NAMES, LOCALES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

interface Props {
  place: { workspaceSlug: string } | { cohortId: string };
  /** What the reader may invite to here; at least one. */
  roles: Role[];
  /** A new id for each time the form is shown. */
  formKey: string;
  to: string;
  /** The language most likely read there. */
  language: Locale;
  locale: Locale;
}

export function InviteForm({ place, roles, formKey, to, language, locale }: Props) {
  const t = translator(locale, "invitations");
  const people = translator(locale, "people");
  const errors = translator(locale, "errors");
  const prefix = errors("prefix");
  return (
    <Form action={invite} words={{ problem: errors("problem"), prefix }}>
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="to" value={to} />
      {Object.entries(place).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <Field
        name="email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        autoComplete="off"
        maxLength={254}
        errorPrefix={prefix}
      />
      <Choices
        name="role"
        label={t("roleField")}
        defaultValue={roles.slice(0, 1)}
        options={roles.map((role) => ({ value: role, label: people(`roles.${role}`), hint: t(`what.${role}`) }))}
        errorPrefix={prefix}
      />
      <Select
        name="language"
        label={t("language")}
        defaultValue={language}
        options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value], lang: value }))}
        errorPrefix={prefix}
      />
      <p className="actions">
        <Submit>{t("send")}</Submit>
      </p>
    </Form>
  );
}
