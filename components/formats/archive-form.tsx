import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { archive } from "@/lib/formats/actions";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export function ArchiveForm({ id, name, locale }: { id: string; name: string; locale: Locale }) {
  const t = translator(locale, "formats");
  return (
    <Form action={archive} words={formWords(locale)} className="stack">
      <p className="small">{t("archiveText")}</p>
      <input type="hidden" name="id" value={id} />
      <Submit quiet>
        {t("archive")}
        <span className="vh"> {name}</span>
      </Submit>
    </Form>
  );
}
