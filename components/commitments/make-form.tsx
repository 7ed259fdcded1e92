import { Choices, Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { make } from "@/lib/commitments/actions";
import { WHAT_MAX } from "@/lib/commitments/limits";
import type { Commitment } from "@/lib/commitments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";

interface Props {
  /** The cities for which the reader may take something on. */
  cities: Commitment["city"][];
  /** Whether the reader belongs to one of them. */
  own: boolean;
  sessionId?: string;
  formKey: string;
  locale: Locale;
}

/** What a city takes on, by when. Who does it can be named then, on the commitment's page. */
export function MakeForm({ cities, own, sessionId = "", formKey, locale }: Props) {
  const t = translator(locale, "commitments");
  const errorPrefix = translator(locale, "errors")("prefix");
  const [only] = cities;
  return (
    <Form action={make} words={formWords(locale)}>
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="sessionId" value={sessionId} />
      <Field
        name="what"
        label={t("field.what")}
        hint={t("field.whatHint")}
        maxLength={WHAT_MAX}
        rows={2}
        errorPrefix={errorPrefix}
      />
      {cities.length === 1 ? (
        <input type="hidden" name="city" value={only?.id} />
      ) : (
        <Select
          name="city"
          label={t("field.city")}
          options={cities.map((city) => ({ value: city.id, label: cityName(city, locale) }))}
          errorPrefix={errorPrefix}
        />
      )}
      <Field
        name="due"
        label={t("field.due")}
        hint={t("field.dueHint")}
        short
        autoComplete="off"
        errorPrefix={errorPrefix}
      />
      {own && (
        <Choices
          name="self"
          multiple
          label={t("field.person")}
          options={[{ value: "on", label: t("field.self"), hint: t("field.selfHint") }]}
        />
      )}
      <p className="actions">
        <Submit>{t("make")}</Submit>
      </p>
    </Form>
  );
}
