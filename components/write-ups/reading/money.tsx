import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";
import type { Document } from "@/lib/write-ups/document";
import { formatMoney } from "@/lib/write-ups/terms";
import { SourceLink } from "./figure";

/** Where the money came from, each amount in the currency it was given in. */
export function Money({ document, locale, lang }: { document: Document; locale: Locale; lang?: string }) {
  if (document.funding.length === 0) return null;
  const t = translator(locale, "reading");
  const kind = translator(locale, "vocabulary.fundingKind");
  return (
    <section className="band" aria-labelledby="money">
      <h2 className="hung" id="money">
        {t("money")}
      </h2>
      <table className="text timetable stacks">
        <caption className="vh">{t("money")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("moneyFrom")}</th>
            <th scope="col" className="r">
              {t("amount")}
            </th>
            <th scope="col">{t("asOf")}</th>
            <th scope="col">{t("source")}</th>
          </tr>
        </thead>
        <tbody>
          {document.funding.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {kind(one.kind)}
                {one.label && (
                  <span className="source" lang={lang}>
                    {one.label}
                  </span>
                )}
              </th>
              <td className="r nowrap">{formatMoney(one.amount, one.currency, locale) || t("amountNotKnown")}</td>
              <td>{one.date ? formatPartialDate(one.date, locale) : t("dateNotShown")}</td>
              <td>
                <SourceLink source={document.sources.find(({ id }) => id === one.sourceId)} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
