import { Choices, Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { saveProfile } from "@/lib/people/actions";
import { EXPERTISE_MAX, NAME_MAX } from "@/lib/people/limits";
import type { Profile } from "@/lib/people/types";
import { formatHour } from "@/lib/people/work-hours";
import { LanguageFields } from "./language-fields";

const THEMES = ["system", "light", "dark"] as const;

interface Props {
  profile: Profile;
  zones: { value: string; label: string }[];
  locale: Locale;
}

export function ProfileForm({ profile, zones, locale }: Props) {
  const t = translator(locale, "settings");
  const errors = translator(locale, "errors");
  const prefix = errors("prefix");
  const optional = translator(locale, "ui")("optional");
  return (
    <Form action={saveProfile} words={formWords(locale)}>
      <Field
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={profile.name}
        maxLength={NAME_MAX}
        autoComplete="name"
        errorPrefix={prefix}
      />
      <LanguageFields languages={profile.languages} prefix={prefix} locale={locale} />
      <Select
        name="zone"
        label={t("zone")}
        hint={t("zoneHint")}
        defaultValue={profile.zone}
        options={zones}
        errorPrefix={prefix}
      />
      <Field
        name="workStart"
        label={t("workStart")}
        hint={t("hourHint")}
        defaultValue={formatHour(profile.workStart)}
        short
        errorPrefix={prefix}
      />
      <Field
        name="workEnd"
        label={t("workEnd")}
        defaultValue={formatHour(profile.workEnd)}
        short
        errorPrefix={prefix}
      />
      <Choices
        name="theme"
        label={t("theme")}
        defaultValue={[profile.theme]}
        options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
        errorPrefix={prefix}
      />
      <Field
        name="expertise"
        label={t("expertise")}
        hint={t("expertiseHint", { max: EXPERTISE_MAX })}
        optional={optional}
        defaultValue={profile.expertise}
        rows={3}
        errorPrefix={prefix}
      />
      <p className="actions">
        <Submit>{t("save")}</Submit>
      </p>
    </Form>
  );
}
