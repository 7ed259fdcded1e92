import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { Document } from "@/lib/write-ups/document";

interface Props {
  document: Document;
  locale: Locale;
  children: React.ReactNode;
}

/** Every source is kept, with its date or the fact that it shows none. */
export function Sources({ document, locale, children }: Props) {
  const t = translator(locale, "reading");
  return (
    <section className="band sources" aria-labelledby="sources">
      <h2 className="hung" id="sources">
        {t("sources")}
      </h2>
      <table className="text timetable">
        <caption className="vh">{t("sourceCaption")}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{t("source")}</th>
            <th scope="col">{t("asOf")}</th>
          </tr>
        </thead>
        <tbody>
          {document.sources.map((source) => (
            <tr key={source.id} id={`source-${source.id}`}>
              <th scope="row" lang={source.language ?? undefined}>
                {source.url ? (
                  <a className="act" href={source.url} hrefLang={source.language ?? undefined} rel="noopener">
                    {name(source)}
                  </a>
                ) : (
                  name(source)
                )}
              </th>
              <td className="r muted">{source.date ? formatPartialDate(source.date, locale) : t("dateNotShown")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </section>
  );
}

function name({ publisher, title }: { publisher: string | null; title: string }): string {
  return publisher && !title.includes(publisher) ? `${publisher}: ${title}` : title;
}
