import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { ComparedRow } from "@/lib/revisions/compare";
import type { View } from "@/lib/revisions/limits";
import { ComparedText } from "./compared-field";

interface Props {
  row: ComparedRow;
  view: View;
  names: { before: string; after: string };
  lang?: string;
  locale: Locale;
}

/** One entry: what it is and what became of each of its fields. */
export function ComparedEntry({ row, view, names, lang, locale }: Props) {
  const t = translator(locale, "revisions");
  return (
    <div className="entry-difference">
      {row.status !== "same" && <p className="label small">{t(`status.${row.status}`)}</p>}
      <dl>
        {row.fields.map((field) => (
          <div key={field.key}>
            <dt>{field.name ?? t("field.what")}</dt>
            <dd>
              <ComparedText field={field} view={view} names={names} lang={lang} locale={locale} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
