import { Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { add, strike } from "@/lib/attendance/actions";
import { GUEST_NAME_MAX } from "@/lib/attendance/limits";
import type { AttendanceSheet } from "@/lib/attendance/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";

interface Props {
  sessionId: string;
  sheet: AttendanceSheet;
  locale: Locale;
}

/** Who was there without an account: the names, and a field for one more. */
export function Guests({ sessionId, sheet, locale }: Props) {
  const t = translator(locale, "attendance");
  const guests = sheet.cities.flatMap(({ city, guests }) => guests.map((guest) => ({ ...guest, city })));
  if (guests.length === 0 && sheet.locked) return null;
  return (
    <section className="band right stack" aria-labelledby="guests">
      <h2 id="guests">{t("guests")}</h2>
      {guests.length > 0 && (
        <ul className="lines">
          {guests.map(({ id, name, city }) => (
            <li key={id}>
              {name}
              {city && <span className="muted">, {cityName(city, locale)}</span>}
              {!sheet.locked && <Strike sessionId={sessionId} entry={id} name={name} locale={locale} />}
            </li>
          ))}
        </ul>
      )}
      {!sheet.locked && <AddGuest sessionId={sessionId} sheet={sheet} locale={locale} />}
    </section>
  );
}

function Strike({
  sessionId,
  entry,
  name,
  locale,
}: {
  sessionId: string;
  entry: string;
  name: string;
  locale: Locale;
}) {
  const t = translator(locale, "attendance");
  return (
    <Form action={strike} words={formWords(locale)}>
      <div className="acts small">
        <input type="hidden" name="id" value={sessionId} />
        <input type="hidden" name="entry" value={entry} />
        <button className="link" aria-label={t("strikeOf", { name })}>
          {t("strike")}
        </button>
      </div>
    </Form>
  );
}

function AddGuest({ sessionId, sheet, locale }: Props) {
  const t = translator(locale, "attendance");
  const words = formWords(locale);
  return (
    <Form
      action={add}
      words={words}
      className="stack"
      before={<input type="hidden" name="id" value={sessionId} />}
      after={<Submit quiet>{t("add")}</Submit>}
    >
      <Field
        name="name"
        label={t("name")}
        hint={t("guestsNote")}
        maxLength={GUEST_NAME_MAX}
        autoComplete="off"
        errorPrefix={words.prefix}
      />
      <Select
        name="city"
        label={t("city")}
        options={[
          { value: "", label: t("noCityOption") },
          ...sheet.cities.flatMap(({ city }) => (city ? [{ value: city.id, label: cityName(city, locale) }] : [])),
        ]}
        errorPrefix={words.prefix}
      />
    </Form>
  );
}
