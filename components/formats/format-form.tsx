import Link from "next/link";
import { StepRows } from "@/components/agenda/step-rows";
import { Sum } from "@/components/agenda/sum";
import { Field, Select } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { Kept } from "@/components/write-ups/editing/kept";
import { Theirs } from "@/components/write-ups/editing/theirs";
import type { ActionResult } from "@/lib/action/action";
import { FORMAT_NAME_MAX } from "@/lib/formats/limits";
import type { FormatStep } from "@/lib/formats/types";
import { CONTENT_LANGUAGES, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { offset } from "./format-agenda";

interface Props {
  action: (state: ActionResult | null, form: FormData) => Promise<ActionResult>;
  /** Which format it is about, or what a new one belongs to. */
  about: { id: string; seen: string } | { formKey: string; cohortId: string };
  name: string;
  language: string;
  steps: FormatStep[];
  moved?: number;
  locale: Locale;
}

/** Name, language and steps of a format. It is as long as its steps. */
export function FormatForm({ action, about, name, language, steps, moved, locale }: Props) {
  const t = translator(locale, "formats");
  const agenda = translator(locale, "agenda");
  const words = formWords(locale);
  let passed = 0;
  const shown = steps.map((step) => {
    const clock = offset(passed);
    passed += step.minutes;
    return { ...step, clock };
  });
  return (
    <Form action={action} words={words}>
      {Object.entries(about).map(([key, value]) => (
        <Kept name={key} value={value} key={key} />
      ))}
      <Theirs
        labels={{ title: agenda("theirs"), empty: agenda("theirsEmpty"), text: agenda("theirsText") }}
        lang={language}
      />
      <div className="two">
        <Field
          name="name"
          label={t("name")}
          hint={t("nameHint")}
          defaultValue={name}
          maxLength={FORMAT_NAME_MAX}
          autoComplete="off"
          errorPrefix={words.prefix}
        />
        <Select
          name="language"
          label={t("language")}
          options={Object.entries(CONTENT_LANGUAGES).map(([value, label]) => ({ value, label, lang: value }))}
          defaultValue={language}
          errorPrefix={words.prefix}
        />
      </div>
      <StepRows
        steps={shown}
        empty={Math.max(1, 3 - steps.length)}
        moved={moved}
        language={language}
        host={null}
        locale={locale}
      />
      <Sum
        sum={passed}
        start={0}
        elapsed
        errorPrefix={words.prefix}
        labels={{ all: t.raw("sum"), short: t.raw("sum"), long: t.raw("sum") }}
      />
      <p className="actions">
        <Submit big>{t("save")}</Submit>
        <Submit quiet name="more" value="yes">
          {agenda("saveMore")}
        </Submit>
        <Link href="/formats">{t("back")}</Link>
      </p>
    </Form>
  );
}
