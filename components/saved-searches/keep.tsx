import { Form } from "@/components/ui/form";
import { formWords } from "@/components/ui/form-words";
import { Submit } from "@/components/ui/submit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { keep } from "@/lib/saved-searches/actions";
import type { Kept } from "@/lib/saved-searches/types";

interface Props {
  /** The query string of what is searched for; "" when nothing is. */
  query: string;
  kept: Kept;
  locale: Locale;
}

/** Keeps the search that one looks at, or says that one does, with the way to all of them. */
export function Keep({ query, kept, locale }: Props) {
  const t = translator(locale, "library");
  if (!query && kept.count === 0) return null;
  return (
    <div className="keep">
      {kept.this && <span>{t("kept")}</span>}
      {query && !kept.this && (
        <Form action={keep} words={formWords(locale)}>
          <input type="hidden" name="query" value={query} />
          <Submit quiet>{t("keep")}</Submit>
        </Form>
      )}
      {kept.count > 0 && (
        <a className="act" href="/saved-searches">
          {t("keptAll")}
        </a>
      )}
    </div>
  );
}
