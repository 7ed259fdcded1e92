import { Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { translator } from "@/lib/i18n/translator";
import { schedule } from "@/lib/sessions/actions";
import { SESSION_TITLE_MAX } from "@/lib/sessions/limits";
import type { SchedulePlace } from "@/lib/sessions/types";
import { CityChoices } from "./city-choices";
import { Fold } from "./fold";
import { FormKey } from "./form-key";
import type { Given } from "./given";
import { HoursControls } from "./hours-controls";
import type { HoursView } from "./hours-view";
import { MORE_NAMES, MoreFields } from "./more-fields";
import { REPEAT_NAMES, RepeatFields } from "./repeat-fields";
import { SendBand } from "./send-band";
import { Slots } from "./slots";

interface Props {
  place: SchedulePlace;
  view: HoursView;
  given: Given;
  /** Sending the same form twice makes one session. */
  formKey: string;
  /** What the picked hour costs. */
  burden: React.ReactNode;
}

/** Title, a proposed hour, send; all the rest has a sensible start. */
export function ScheduleForm({ place, view, given, formKey, burden }: Props) {
  const { locale } = view;
  const { asked } = view.hours;
  const t = translator(locale, "newSession");
  const errorPrefix = translator(locale, "errors")("prefix");
  const cities = [...view.cities.values()];
  const folded = [...MORE_NAMES, ...REPEAT_NAMES];
  return (
    <Form action={schedule} words={formWords(locale)} className="schedule">
      <section className="band" aria-labelledby="h-what">
        <h2 className="hung" id="h-what">
          {t("what")}
        </h2>
        <FormKey fresh={formKey} />
        <input type="hidden" name="cohortId" value={place.cohortId} />
        {asked.second.map((id) => (
          <input type="hidden" name="second[]" value={id} key={id} />
        ))}
        <div className="text">
          <Field
            name="title"
            label={t("field.title")}
            maxLength={SESSION_TITLE_MAX}
            defaultValue={given.one("title")}
            errorPrefix={errorPrefix}
            autoComplete="off"
          />
        </div>
        <div className="aside">
          <Select
            name="format"
            label={t("field.format")}
            defaultValue={asked.format}
            options={place.formats.map(({ id, name, minutes, language }) => ({
              value: id,
              label: t("field.formatOption", { name, minutes }),
              lang: language === locale ? undefined : language,
            }))}
            errorPrefix={errorPrefix}
          />
        </div>
        <div className="matter stack">
          <CityChoices
            name="cities[]"
            cities={cities}
            chosen={asked.required}
            label={t("field.cities")}
            errorPrefix={errorPrefix}
          />
          <Fold summary={t("field.optionalOpen")} names={["optional"]} open={asked.optional.length > 0}>
            <CityChoices
              name="optional[]"
              cities={cities}
              chosen={asked.optional}
              label={t("field.optional")}
              hint={t("field.optionalHint")}
              errorPrefix={errorPrefix}
            />
          </Fold>
        </div>
      </section>
      <section className="band" aria-labelledby="h-when">
        <div className="hung stack loose">
          <HoursControls view={view} range={{ from: given.one("from"), until: given.one("until") }} />
        </div>
        <div className="matter">
          <Slots
            view={view}
            place={place}
            typed={{ date: given.one("date"), time: given.one("time"), zone: given.one("zone") }}
          />
        </div>
      </section>
      {burden}
      <section className="band" aria-labelledby="h-more">
        <header className="hung">
          <h2 id="h-more">{t("more")}</h2>
          <p>{t("moreNote")}</p>
        </header>
        <div className="text">
          <Fold summary={t("moreOpen")} names={folded} open={given.some(folded)}>
            <div className="stack fields over">
              <MoreFields place={place} given={given} locale={locale} />
              <RepeatFields given={given} locale={locale} />
            </div>
          </Fold>
        </div>
      </section>
      <SendBand place={place} view={view} />
    </Form>
  );
}
