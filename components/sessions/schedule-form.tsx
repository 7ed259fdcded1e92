import { Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { schedule } from "@/lib/sessions/actions";
import { cityName } from "@/lib/sessions/city-name";
import { FORMATS } from "@/lib/sessions/format-list";
import { PURPOSE_MAX, SESSION_TITLE_MAX } from "@/lib/sessions/limits";
import type { SchedulePlace } from "@/lib/sessions/types";
import { CityChoices } from "./city-choices";
import { MoreFields } from "./more-fields";
import { type Slot, Slots } from "./slots";
import { WhenFields } from "./when-fields";

interface Props {
  place: SchedulePlace;
  slots: Slot[];
  zone: string;
  /** Sending the same form twice makes one session. */
  formKey: string;
  locale: Locale;
}

/** Title, a proposed hour, send; all the rest has a sensible start. */
export function ScheduleForm({ place, slots, zone, formKey, locale }: Props) {
  const t = translator(locale, "sessions");
  const f = translator(locale, "sessions.field");
  const errors = translator(locale, "errors");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = errors("prefix");
  const { cities } = place;
  const people = cities.reduce((sum, city) => sum + city.people, 0);
  return (
    <Form action={schedule} words={formWords(locale)}>
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="cohortId" value={place.cohortId} />
      <section className="band" aria-labelledby="h-what">
        <h2 className="hung" id="h-what">
          {t("what")}
        </h2>
        <div className="text stack fields">
          <Field
            name="title"
            label={f("title")}
            maxLength={SESSION_TITLE_MAX}
            errorPrefix={errorPrefix}
            autoComplete="off"
          />
          <Field
            name="purpose"
            label={f("purpose")}
            hint={f("purposeHint")}
            optional={optional}
            maxLength={PURPOSE_MAX}
            rows={2}
            errorPrefix={errorPrefix}
          />
          <Select
            name="format"
            label={f("format")}
            defaultValue={FORMATS[0]?.id}
            options={FORMATS.map(({ id, name, minutes }) => ({
              value: id,
              label: f("formatOption", { name: name[locale], minutes }),
            }))}
            errorPrefix={errorPrefix}
          />
          <CityChoices
            cities={cities.map((city) => ({
              id: city.id,
              code: city.code,
              accent: city.accent,
              name: cityName(city, locale),
            }))}
            label={f("cities")}
            errorPrefix={errorPrefix}
          />
        </div>
      </section>
      <section className="band" aria-labelledby="h-when">
        <h2 className="hung" id="h-when">
          {t("when")}
        </h2>
        <div className="matter">
          <Slots
            slots={slots}
            labels={{
              legend: f("slot"),
              hint: f("slotHint", { cities: cities.length }),
              clocks: f("slotClocks"),
              cities: f("slotCities"),
              other: f("other"),
              errorPrefix,
            }}
          >
            <WhenFields cities={cities} zone={zone} locale={locale} />
          </Slots>
        </div>
      </section>
      <section className="band" aria-labelledby="h-more">
        <header className="hung">
          <h2 id="h-more">{t("more")}</h2>
          <p>{t("moreNote")}</p>
        </header>
        <div className="text stack fields">
          <MoreFields place={place} locale={locale} />
        </div>
      </section>
      <section className="band" aria-labelledby="h-send">
        <h2 className="hung" id="h-send">
          {t("send")}
        </h2>
        <div className="text stack">
          <p>{t("sendNote", { people, cities: cities.length })}</p>
          <p className="actions">
            <Submit big>{t("send")}</Submit>
          </p>
        </div>
      </section>
    </Form>
  );
}
