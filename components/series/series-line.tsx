import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { SeriesLine as Line } from "@/lib/series/types";
import { formatDay } from "@/lib/time/format";
import { rhythmWords } from "./series-words";

interface Props {
  series: Line;
  /** The reader's zone. */
  zone: string;
  locale: Locale;
}

/** "Every second Tuesday, with 4 more to come", and the way to the next one and to all. */
export function SeriesLine({ series, zone, locale }: Props) {
  const t = translator(locale, "series");
  const { next, toCome } = series;
  return (
    <p className="small">
      {t("line", { rhythm: rhythmWords(series, locale), count: toCome })}{" "}
      {next && (
        <>
          <Link href={`/sessions/${next.id}`} prefetch={false}>
            {t("next", { day: formatDay(next.startsAt, zone, locale) })}
          </Link>
          {". "}
        </>
      )}
      <Link href={`/series/${series.id}`} prefetch={false}>
        {t("all")}
      </Link>
    </p>
  );
}
