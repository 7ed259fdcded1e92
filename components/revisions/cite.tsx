import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { CITATION_FORMATS } from "@/lib/revisions/limits";

/** How to cite one revision, to copy and as files that reference managers read. */
export function Cite({
  text,
  path,
  language,
  locale,
}: {
  text: string;
  path: string;
  language: string;
  locale: Locale;
}) {
  const t = translator(locale, "revisions.cite");
  return (
    <section className="band" aria-labelledby="cite-revision">
      <h2 className="hung" id="cite-revision">
        {t("title")}
      </h2>
      <div className="text stack">
        <p className="typed">{text}</p>
        <p className="actions no-print">
          {CITATION_FORMATS.map((format) => (
            <a key={format} href={`${path}/cite?as=${format}&in=${encodeURIComponent(language)}`} download>
              {t("as", { format })}
            </a>
          ))}
        </p>
        <p className="hint">{t("note")}</p>
      </div>
    </section>
  );
}
