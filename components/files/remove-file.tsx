import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import { remove } from "@/lib/files/actions";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** What follows from removing a file, and its button. */
export function RemoveFile({ writeUpId, fileId, locale }: { writeUpId: string; fileId: string; locale: Locale }) {
  const t = translator(locale, "files.words");
  return (
    <section className="stack" aria-labelledby="h-remove">
      <h2 id="h-remove">{t("remove")}</h2>
      <p>{t("removeText")}</p>
      <Form action={remove} words={formWords(locale)}>
        <input type="hidden" name="id" value={writeUpId} />
        <input type="hidden" name="fileId" value={fileId} />
        <p className="actions">
          <Submit quiet>{t("removeDo")}</Submit>
        </p>
      </Form>
    </section>
  );
}
