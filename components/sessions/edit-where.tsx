import { Choices, Field } from "@/components/ui/field";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { CONFIDENTIALITY, JOIN_URL_MAX, LOCATION_MAX, MODES } from "@/lib/sessions/limits";
import type { Reading, SessionToEdit } from "@/lib/sessions/types";
import { ReadingName } from "./reading-name";

interface Props {
  session: SessionToEdit;
  readings: Reading[];
  locale: Locale;
}

/** How people meet and where, what may be told of it, and what is read before. */
export function EditWhere({ session, readings, locale }: Props) {
  const f = translator(locale, "sessions.field");
  const n = translator(locale, "newSession.field");
  const modes = translator(locale, "newSession.mode");
  const rules = translator(locale, "sessions.confidentiality");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = translator(locale, "errors")("prefix");
  return (
    <>
      <Choices
        name="mode"
        label={n("mode")}
        defaultValue={[session.mode]}
        options={MODES.map((value) => ({ value, label: modes(value) }))}
        errorPrefix={errorPrefix}
      />
      <Field
        name="location"
        label={n("location")}
        hint={n("locationHint")}
        optional={optional}
        defaultValue={session.location ?? ""}
        maxLength={LOCATION_MAX}
        errorPrefix={errorPrefix}
      />
      <Field
        name="joinUrl"
        label={f("joinUrl")}
        hint={f("joinUrlHint")}
        optional={optional}
        defaultValue={session.joinUrl ?? ""}
        maxLength={JOIN_URL_MAX}
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
      <Choices
        name="confidentiality"
        long
        label={f("confidentiality")}
        defaultValue={[session.confidentiality]}
        options={CONFIDENTIALITY.map((value) => ({ value, label: rules(value) }))}
        errorPrefix={errorPrefix}
      />
      {readings.length > 0 && (
        <Choices
          name="readings[]"
          label={f("readings")}
          long
          optional={optional}
          multiple
          defaultValue={session.readings}
          options={readings.map((reading) => ({
            value: reading.id,
            label: <ReadingName reading={reading} locale={locale} />,
          }))}
          errorPrefix={errorPrefix}
        />
      )}
    </>
  );
}
