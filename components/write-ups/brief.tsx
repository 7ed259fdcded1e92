import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { WriteUpCard } from "@/lib/write-ups/types";
import { Value } from "./reading/figure";

/** A write-up on the front page. */
export function Brief({ item, locale }: { item: WriteUpCard; locale: Locale }) {
  const t = translator(locale, "library");
  const lang = item.language === locale ? undefined : item.language;
  const [figure] = item.figures;
  return (
    <article className="brief">
      <p className="kicker">
        <City city={item.city} />
        <span>{t(`kinds.${item.kind}`)}</span>
      </p>
      <h3 lang={lang}>
        <Link href={`/write-ups/${item.id}`}>{item.title}</Link>
      </h3>
      <p lang={lang}>{item.card}</p>
      {figure && (
        <div className="figure">
          <span className="value">
            <Value observation={figure} locale={locale} />
          </span>
          <span className="what" lang={lang}>
            {figure.label}
          </span>
          <span className="when">{figure.asOf ? formatPartialDate(figure.asOf, locale) : t("dateNotShown")}</span>
        </div>
      )}
    </article>
  );
}
