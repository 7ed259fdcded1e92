import { formWords } from "@/components/ui/form-words";
import { ACCEPT, FILE_MAX, FILE_MAX_MB } from "@/lib/files/limits";
import { bytesIn } from "@/lib/files/size";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { UploadForm } from "./upload-form";

interface Props {
  writeUpId: string;
  formKey: string;
  city: string;
  usage: { used: number; quota: number };
  refused?: string;
  locale: Locale;
}

/** The form for one more file, and how much room there is. */
export function AddFile({ writeUpId, formKey, city, usage, refused, locale }: Props) {
  const t = translator(locale, "files.add");
  const tooLarge = translator(locale, "files.refused")("too-large", { mb: FILE_MAX_MB });
  return (
    <section className="stack" aria-labelledby="h-add">
      <h2 id="h-add">{t("heading")}</h2>
      <UploadForm
        action={`/api/files?writeUp=${writeUpId}&key=${formKey}`}
        accept={ACCEPT}
        max={FILE_MAX}
        refused={refused}
        labels={{
          ...formWords(locale),
          file: t("label"),
          hint: `${t("hint", { mb: FILE_MAX_MB })} ${t("privacy")}`,
          submit: t("submit"),
          choose: t("choose"),
          tooLarge,
          progress: t("progress", { percent: "{percent}" }),
          working: t("working"),
          failed: t("failed"),
          signedOut: t("signedOut"),
        }}
      />
      <p className="hint">
        {t("usage", { city, used: bytesIn(usage.used, locale), quota: bytesIn(usage.quota, locale) })}
      </p>
    </section>
  );
}
