import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** After Continue, when somebody else had changed the same task meanwhile. */
export function MergedNote({ name, locale }: { name: string; locale: Locale }) {
  const t = translator(locale, "workingCopies");
  return (
    <p className="note plain" role="status">
      {t("merged", { name: name || t("somebody") })}
    </p>
  );
}
