import { keptHtml } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { addressOf } from "@/lib/write-ups/library-query";
import type { WriteUpFilters } from "@/lib/write-ups/types";

interface Props {
  filters: WriteUpFilters;
  page: number;
  pages: number;
  locale: Locale;
}

export async function Pager(props: Props) {
  if (props.pages < 2) return null;
  const label = translator(props.locale, "library")("pages");
  return <Once as="nav" className="actions under" aria-label={label} handed={await links(props)} />;
}

const links = keptHtml(({ filters, page, pages, locale }: Props) => {
  const ui = translator(locale, "ui");
  return (
    <>
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
    </>
  );
});
