import { Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { startLabels } from "@/components/working-copies/labels";
import { StartKeeper } from "@/components/working-copies/start-keeper";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { start } from "@/lib/write-ups/actions";
import type { OfferedCrisis } from "@/lib/write-ups/crises";
import type { Kind } from "@/lib/write-ups/document";
import type { StartPlace } from "@/lib/write-ups/editing";
import { CARD_MAX, TITLE_MAX } from "@/lib/write-ups/limits";
import { CrisisSelect } from "./crisis-select";
import { Kept } from "./kept";

type Places = [StartPlace, ...StartPlace[]];

export interface StartProps {
  /** The cities the person may write for; the first is chosen. */
  places: Places;
  crises: OfferedCrisis[];
  /** Sending the same form twice makes one draft. */
  formKey: string;
  /** Who types. */
  person: string;
  locale: Locale;
}

/** Title, crisis, card: all a draft needs. */
export function StartForm({ kind, places, crises, formKey, person, locale }: StartProps & { kind: Kind }) {
  const t = translator(locale, "writing.field");
  const ui = translator(locale, "ui");
  const words = formWords(locale);
  return (
    <Form
      action={start}
      words={words}
      before={<StartKeeper kind={kind} person={person} labels={startLabels(locale)} place="saved-where" />}
      after={<div id="saved-where" className="under" />}
    >
      <Kept name="formKey" value={formKey} />
      <input type="hidden" name="kind" value={kind} />
      <PlaceSelect places={places} locale={locale} />
      <Field
        name="title"
        label={t("title")}
        hint={t("titleHint", { max: TITLE_MAX })}
        autoComplete="off"
        errorPrefix={words.prefix}
      />
      {kind === "case" && <CrisisSelect crises={crises} locale={locale} />}
      <Field
        name="card"
        label={t("card")}
        hint={t("cardHint", { max: CARD_MAX })}
        optional={ui("optional")}
        rows={4}
        errorPrefix={words.prefix}
      />
      <LanguageSelect places={places} locale={locale} />
      <p className="actions">
        <Submit big>{ui("continue")}</Submit>
      </p>
    </Form>
  );
}

/** For which city; nothing to choose when there is one. */
export function PlaceSelect({ places, locale }: { places: Places; locale: Locale }) {
  const [first] = places;
  if (places.length === 1) return <input type="hidden" name="workspaceId" value={first.id} />;
  return (
    <Select
      name="workspaceId"
      label={translator(locale, "writing.field")("city")}
      defaultValue={first.id}
      options={places.map(({ id, name }) => ({ value: id, label: name }))}
      errorPrefix={formWords(locale).prefix}
    />
  );
}

export function LanguageSelect({ places: [first], locale }: { places: Places; locale: Locale }) {
  return (
    <Select
      name="language"
      label={translator(locale, "writing.field")("language")}
      defaultValue={first.languages[0] ?? "en"}
      options={Object.entries(CONTENT_LANGUAGES).map(([value, label]) => ({ value, label, lang: value }))}
      errorPrefix={formWords(locale).prefix}
    />
  );
}
