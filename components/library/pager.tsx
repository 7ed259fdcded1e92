import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { addressOf } from "@/lib/write-ups/library-query";
import type { WriteUpFilters } from "@/lib/write-ups/types";

export function Pager({
  filters,
  page,
  pages,
  locale,
}: {
  filters: WriteUpFilters;
  page: number;
  pages: number;
  locale: Locale;
}) {
  if (pages < 2) return null;
  const ui = translator(locale, "ui");
  return (
    <nav className="actions under" aria-label={translator(locale, "library")("pages")}>
      {page > 1 && (
        <a href={addressOf(filters, page - 1)} rel="prev">
          {ui("newer")}
        </a>
      )}
      <span className="muted small">
        {page} / {pages}
      </span>
      {page < pages && (
        <a href={addressOf(filters, page + 1)} rel="next">
          {ui("older")}
        </a>
      )}
    </nav>
  );
}
