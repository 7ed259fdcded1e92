import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { SectionKey } from "@/lib/write-ups/document";
import { READINGS, type Reading } from "@/lib/write-ups/limits";

interface Props {
  id: string;
  city: string;
  audience: Reading;
  /** The sections that this audience would not see. */
  behind: SectionKey[];
  locale: Locale;
}

/** Says above a preview that it is one, for whom, and what stays behind. */
export function PreviewBand({ id, city, audience, behind, locale }: Props) {
  const t = translator(locale, "writing.preview");
  const sections = translator(locale, "reading.sections");
  const names = new Intl.ListFormat(locale, { type: "conjunction" });
  return (
    <aside className="preview stack tight" aria-label={t("title")}>
      <p>
        <b>{t(`band.${audience}`, { city })}</b> {t("nothing")}
      </p>
      {behind.length > 0 && <p>{t("behind", { sections: names.format(behind.map((key) => sections(key))) })}</p>}
      <nav className="actions" aria-label={t("as")}>
        {READINGS.map((one) => (
          <Link
            key={one}
            href={`/write-ups/${id}/preview?as=${one}`}
            aria-current={one === audience ? "page" : undefined}
          >
            {t(`audience.${one}`)}
          </Link>
        ))}
        <Link href={`/write-ups/${id}/edit`}>{translator(locale, "writing.tasks")("back")}</Link>
      </nav>
    </aside>
  );
}
