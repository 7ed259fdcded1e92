import Link from "next/link";
import { ScopeField } from "@/components/series/scope-field";
import { Choices, Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { City } from "@/components/ui/plate";
import { Submit } from "@/components/ui/submit";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { edit } from "@/lib/sessions/actions";
import { cityName } from "@/lib/sessions/city-name";
import { PURPOSE_MAX, SESSION_TITLE_MAX } from "@/lib/sessions/limits";
import type { SchedulePlace, SessionToEdit } from "@/lib/sessions/types";
import { EditSeats } from "./edit-seats";
import { EditWhere } from "./edit-where";

interface Props {
  session: SessionToEdit;
  place: SchedulePlace;
  locale: Locale;
}

/** What a session is, where, for whom and on which seats; its time has a page of its own. */
export function EditForm({ session, place, locale }: Props) {
  const t = translator(locale, "sessions");
  const f = translator(locale, "sessions.field");
  const n = translator(locale, "newSession.field");
  const optional = translator(locale, "ui")("optional");
  const errorPrefix = translator(locale, "errors")("prefix");
  const cities = place.cities.map((city) => ({ value: city.id, label: cityName(city, locale) }));
  const plates = place.cities.map((city) => ({
    value: city.id,
    label: <City city={{ ...city, name: cityName(city, locale) }} />,
  }));
  const draft = session.status === "draft" || session.status === "proposed";
  return (
    <Form action={edit} words={formWords(locale)}>
      <input type="hidden" name="id" value={session.id} />
      <input type="hidden" name="version" value={session.version} />
      <section className="band" aria-labelledby="h-what">
        <h2 className="hung" id="h-what">
          {t("edit.what")}
        </h2>
        <div className="text stack fields">
          <Field
            name="title"
            label={n("title")}
            defaultValue={session.title}
            maxLength={SESSION_TITLE_MAX}
            autoComplete="off"
            errorPrefix={errorPrefix}
          />
          <Field
            name="purpose"
            label={f("purpose")}
            hint={f("purposeHint")}
            optional={optional}
            defaultValue={session.purpose}
            maxLength={PURPOSE_MAX}
            rows={2}
            errorPrefix={errorPrefix}
          />
          <Select
            name="language"
            label={f("language")}
            options={Object.entries(CONTENT_LANGUAGES).map(([value, label]) => ({ value, label, lang: value }))}
            defaultValue={session.language}
            errorPrefix={errorPrefix}
          />
          <Select
            name="host"
            label={f("host")}
            options={[{ value: "", label: f("noHost") }, ...cities]}
            defaultValue={session.hostId ?? ""}
            errorPrefix={errorPrefix}
          />
        </div>
      </section>
      <section className="band" aria-labelledby="h-who">
        <header className="hung">
          <h2 id="h-who">{t("edit.who")}</h2>
          <p>{t("edit.whoNote")}</p>
        </header>
        <div className="text stack fields">
          <Choices
            name="cities[]"
            label={n("cities")}
            multiple
            options={plates}
            defaultValue={session.required}
            errorPrefix={errorPrefix}
          />
          <Choices
            name="optional[]"
            label={n("optional")}
            multiple
            options={plates}
            defaultValue={session.optional}
            errorPrefix={errorPrefix}
          />
          <EditSeats session={session} members={place.members} locale={locale} />
        </div>
      </section>
      <section className="band" aria-labelledby="h-where">
        <h2 className="hung" id="h-where">
          {t("edit.where")}
        </h2>
        <div className="text stack fields">
          <EditWhere session={session} readings={place.readings} locale={locale} />
        </div>
      </section>
      <section className="band" aria-labelledby="h-save">
        <h2 className="hung" id="h-save">
          {t("edit.save")}
        </h2>
        <div className="text stack fields">
          {session.seriesId && <ScopeField verb="edit" locale={locale} />}
          <p>{t(draft ? "edit.draftNote" : "edit.saveNote")}</p>
          <p className="actions">
            <Submit quiet={draft} name="as" value="save">
              {t("edit.save")}
            </Submit>
            {draft && (
              <Submit name="as" value="send">
                {t("edit.send")}
              </Submit>
            )}
            <Link href={`/sessions/${session.id}`}>{t("keep")}</Link>
          </p>
        </div>
      </section>
    </Form>
  );
}
