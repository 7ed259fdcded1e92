import { Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Submit } from "@/components/ui/submit";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { start } from "@/lib/write-ups/actions";
import type { OfferedCrisis } from "@/lib/write-ups/crises";
import type { Kind } from "@/lib/write-ups/document";
import type { StartPlace } from "@/lib/write-ups/editing";
import { CARD_MAX, TITLE_MAX } from "@/lib/write-ups/limits";
import { CrisisSelect } from "./crisis-select";
import { Kept } from "./kept";
import { formWords } from "./task-form";

interface Props {
  kind: Kind;
  /** The cities the person may write for; the first is chosen. */
  places: [StartPlace, ...StartPlace[]];
  crises: OfferedCrisis[];
  /** Sending the same form twice makes one draft. */
  formKey: string;
  locale: Locale;
}

/** Title, crisis, card: all a draft needs. */
export function StartForm({ kind, places, crises, formKey, locale }: Props) {
  const t = translator(locale, "writing.field");
  const ui = translator(locale, "ui");
  const words = formWords(locale);
  const [first] = places;
  return (
    <Form action={start} words={words}>
      <Kept name="formKey" value={formKey} />
      <input type="hidden" name="kind" value={kind} />
      {places.length === 1 ? (
        <input type="hidden" name="workspaceId" value={first.id} />
      ) : (
        <Select
          name="workspaceId"
          label={t("city")}
          defaultValue={first.id}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          errorPrefix={words.prefix}
        />
      )}
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
      <Select
        name="language"
        label={t("language")}
        defaultValue={first.languages[0] ?? "en"}
        options={Object.entries(CONTENT_LANGUAGES).map(([value, label]) => ({ value, label, lang: value }))}
        errorPrefix={words.prefix}
      />
      <p className="actions">
        <Submit big>{ui("continue")}</Submit>
      </p>
    </Form>
  );
}
