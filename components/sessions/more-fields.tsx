import { Choices, Field, Select } from "@/components/ui/field";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { CONFIDENTIALITY, JOIN_URL_MAX, LOCATION_MAX, MODES, PURPOSE_MAX } from "@/lib/sessions/limits";
import type { SchedulePlace } from "@/lib/sessions/types";
import { formatPartialDate } from "@/lib/time/format";
import type { Given } from "./given";
import { ReadingName } from "./reading-name";

/** The fields of this part of the form: an error in one of them opens it. */
export const MORE_NAMES = [
  ...["purpose", "minutes", "host", "language", "mode", "location", "joinUrl", "confidentiality"],
  ...["capacity", "heldUntil", "noteTaker", "readings"],
] as const;

/** What can stay as it is: purpose, length, host, the way in, rule, seats, notes, what to read. */
export function MoreFields({ place, given, locale }: { place: SchedulePlace; given: Given; locale: Locale }) {
  const t = translator(locale, "newSession.field");
  const f = translator(locale, "sessions.field");
  const modes = translator(locale, "newSession.mode");
  const rules = translator(locale, "sessions.confidentiality");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = translator(locale, "errors")("prefix");
  const languages = Object.entries(CONTENT_LANGUAGES).map(([value, label]) => ({ value, label, lang: value }));
  const cities = place.cities.map((city) => ({ value: city.id, label: cityName(city, locale) }));
  const line = (name: string) => ({ name, optional, errorPrefix, autoComplete: "off", defaultValue: given.one(name) });
  return (
    <>
      <Field {...line("purpose")} label={f("purpose")} hint={f("purposeHint")} maxLength={PURPOSE_MAX} rows={2} />
      <Field {...line("minutes")} label={t("minutes")} hint={t("minutesHint")} inputMode="numeric" short />
      <Select
        name="host"
        label={f("host")}
        options={[{ value: "", label: f("noHost") }, ...cities]}
        defaultValue={given.one("host")}
        errorPrefix={errorPrefix}
      />
      <Select
        name="language"
        label={f("language")}
        options={languages}
        defaultValue={given.one("language") || "en"}
        errorPrefix={errorPrefix}
      />
      <Choices
        name="mode"
        label={t("mode")}
        defaultValue={[given.one("mode") || "online"]}
        options={MODES.map((value) => ({ value, label: modes(value) }))}
        errorPrefix={errorPrefix}
      />
      <Field {...line("location")} label={t("location")} hint={t("locationHint")} maxLength={LOCATION_MAX} />
      <Field {...line("joinUrl")} label={f("joinUrl")} hint={f("joinUrlHint")} maxLength={JOIN_URL_MAX} />
      <Choices
        name="confidentiality"
        label={f("confidentiality")}
        defaultValue={[given.one("confidentiality") || "cohort"]}
        options={CONFIDENTIALITY.map((value) => ({ value, label: rules(value) }))}
        errorPrefix={errorPrefix}
      />
      <Field {...line("capacity")} label={f("capacity")} hint={f("capacityHint")} inputMode="numeric" short />
      <Field
        {...line("heldUntil")}
        label={t("heldUntil")}
        hint={t("heldUntilHint", { example: formatPartialDate("2026-11-24", locale) })}
        short
      />
      <Select
        name="noteTaker"
        label={t("noteTaker")}
        options={[
          { value: "", label: t("nobody") },
          ...place.members.map(({ id, name, code }) => ({
            value: id,
            label: code ? t("memberOption", { name, code }) : name,
          })),
        ]}
        defaultValue={given.one("noteTaker")}
        errorPrefix={errorPrefix}
      />
      {place.readings.length > 0 && (
        <Choices
          name="readings[]"
          label={f("readings")}
          long
          optional={optional}
          multiple
          defaultValue={given.all("readings[]")}
          options={place.readings.map((reading) => ({
            value: reading.id,
            label: <ReadingName reading={reading} locale={locale} />,
          }))}
          errorPrefix={errorPrefix}
        />
      )}
    </>
  );
}
