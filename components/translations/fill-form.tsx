import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { fill } from "@/lib/translations/actions";
import { sendable } from "@/lib/translations/parts";
import type { TranslatedWriteUp, Translation } from "@/lib/translations/types";

/** Everything that nobody has translated, by machine. Not there without a service, nor for a draft. */
export function FillForm({
  writeUp,
  translation,
  locale,
}: {
  writeUp: TranslatedWriteUp;
  translation: Translation;
  locale: Locale;
}) {
  const { service, original, city } = writeUp;
  if (service === null || !translation.parts.some((part) => sendable(part, original).length > 0)) return null;
  const t = translator(locale, "translations.machine");
  const stays = [...original.sections, ...original.media].some(({ audience }) => audience === "city");
  return (
    <section className="stack" aria-labelledby="h-machine">
      <h2 id="h-machine">{t("title")}</h2>
      <p>
        {t("text", { service })} {stays && t("leavesOut", { city: city.name })}
      </p>
      <Form action={fill} words={formWords(locale)}>
        <input type="hidden" name="id" value={writeUp.id} />
        <input type="hidden" name="language" value={translation.language} />
        <Submit quiet>{t("all", { service })}</Submit>
      </Form>
    </section>
  );
}
