import { Choices, Field, Select } from "@/components/ui/field";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { CONFIDENTIALITY, JOIN_URL_MAX } from "@/lib/sessions/limits";
import type { SchedulePlace } from "@/lib/sessions/types";

/** What can stay as it is: the way in, host, length, language, rule, seats, what to read. */
export function MoreFields({ place, locale }: { place: SchedulePlace; locale: Locale }) {
  const t = translator(locale, "sessions.field");
  const rules = translator(locale, "sessions.confidentiality");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = translator(locale, "errors")("prefix");
  const languages = Object.entries(CONTENT_LANGUAGES).map(([value, label]) => ({ value, label, lang: value }));
  return (
    <>
      <Field
        name="joinUrl"
        label={t("joinUrl")}
        hint={t("joinUrlHint")}
        optional={optional}
        maxLength={JOIN_URL_MAX}
        errorPrefix={errorPrefix}
        autoComplete="off"
      />
      <Select
        name="host"
        label={t("host")}
        options={[
          { value: "", label: t("noHost") },
          ...place.cities.map((city) => ({ value: city.id, label: cityName(city, locale) })),
        ]}
        errorPrefix={errorPrefix}
      />
      <Field
        name="minutes"
        label={t("minutes")}
        hint={t("minutesHint")}
        optional={optional}
        inputMode="numeric"
        short
        errorPrefix={errorPrefix}
      />
      <Select name="language" label={t("language")} options={languages} defaultValue="en" errorPrefix={errorPrefix} />
      <Choices
        name="confidentiality"
        label={t("confidentiality")}
        defaultValue={["cohort"]}
        options={CONFIDENTIALITY.map((value) => ({ value, label: rules(value) }))}
        errorPrefix={errorPrefix}
      />
      <Field
        name="capacity"
        label={t("capacity")}
        hint={t("capacityHint")}
        optional={optional}
        inputMode="numeric"
        short
        errorPrefix={errorPrefix}
      />
      {place.readings.length > 0 && (
        <Choices
          name="readings[]"
          label={t("readings")}
          optional={optional}
          multiple
          options={place.readings.map((reading) => ({
            value: reading.id,
            label: `${cityName(reading.city, locale)}: ${reading.title}`,
            lang: reading.language === locale ? undefined : reading.language,
          }))}
          errorPrefix={errorPrefix}
        />
      )}
    </>
  );
}
