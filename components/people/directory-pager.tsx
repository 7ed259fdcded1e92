import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { directoryAddress } from "@/lib/people/directory-query";
import type { DirectoryFilters } from "@/lib/people/types";

interface Props {
  filters: DirectoryFilters;
  page: number;
  pages: number;
  locale: Locale;
}

export function DirectoryPager({ filters, page, pages, locale }: Props) {
  if (pages < 2) return null;
  const t = translator(locale, "people");
  return (
    <nav className="actions under" aria-label={t("pages")}>
      {page > 1 && (
        <Link href={directoryAddress(filters, page - 1)} rel="prev">
          {t("previous")}
        </Link>
      )}
      <span className="muted small">
        {page} / {pages}
      </span>
      {page < pages && (
        <Link href={directoryAddress(filters, page + 1)} rel="next">
          {t("next")}
        </Link>
      )}
    </nav>
  );
}
