import { EXPORT_FORMATS, NOT_IN_PDF, type SelectionFormat } from "@/lib/exports/limits";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

interface Props {
  /** Where the file is made: "/write-ups/…/export", or "/library/export" with the filters that are on. */
  address: string;
  /** The language of the one text; of a selection each comes in the reader's. */
  language?: string;
  /** How many write-ups the selection has; left out for one. */
  count?: number;
  locale: Locale;
}

/** "Take it along: PDF, Word, Markdown, JSON, Print": plain links, each to a file as the reader may read it. */
export function TakeAlong({ address, language, count, locale }: Props) {
  const t = translator(locale, "exports");
  const formats: SelectionFormat[] = [...EXPORT_FORMATS.filter((format) => hasFormat(format, language))];
  if (count !== undefined) formats.push("csv");
  const to = (query: Record<string, string>) => {
    const params = new URLSearchParams({ ...query, ...(language ? { in: language } : {}) });
    return `${address}${address.includes("?") ? "&" : "?"}${params}`;
  };
  const one = count === undefined;
  return (
    <section className={`${one ? "band light" : "take-along"} no-print`} aria-labelledby="take-along">
      <header className="hung">
        <h2 id="take-along">{one ? t("takeAlong") : t("selection")}</h2>
        <p className="muted">{one ? t("oneNote") : t("selectionNote", { count })}</p>
      </header>
      <ul className="matter acts">
        {formats.map((format) => (
          <li key={format}>
            <a className="act" href={to({ as: format })} download="">
              {t(format)}
            </a>
          </li>
        ))}
        {one && hasFormat("pdf", language) && (
          <li>
            <a className="act" href={to({ as: "pdf", open: "yes" })}>
              {t("print")}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** Shown in place of the links when a selection is larger than a file. */
export function TooMany({ max, locale }: { max: number; locale: Locale }) {
  return <p className="take-along muted no-print">{translator(locale, "exports")("tooMany", { max })}</p>;
}

function hasFormat(format: SelectionFormat, language: string | undefined): boolean {
  return format !== "pdf" || language === undefined || !NOT_IN_PDF.includes(language);
}
