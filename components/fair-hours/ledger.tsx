import { City } from "@/components/ui/plate";
import { formatPoints } from "@/lib/fair-hours/points";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export interface LedgerLine {
  id: string;
  code: string;
  name: string;
  accent: string;
  /** Quarters of a point: so far, and for this session; null for a city that need not be there. */
  before: number;
  burden: number | null;
}

interface Props {
  lines: readonly LedgerLine[];
  caption: string;
  className?: string;
  locale: Locale;
}

/** Who has paid so far and who pays with this session, the highest sum first: black is so far, the open end this one. */
export function Ledger({ lines, caption, className = "", locale }: Props) {
  const t = translator(locale, "fairHours.ledger");
  const sorted = lines.toSorted((a, b) => afterOf(b) - afterOf(a) || b.before - a.before);
  const highest = Math.max(1, ...lines.map(afterOf));
  return (
    <table className={`timetable ${className}`.trim()}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("city")}</th>
          <th scope="col" className="r">
            {t("soFar")}
          </th>
          <th scope="col" className="r">
            {t("thisOne")}
          </th>
          <th scope="col" className="r">
            {t("after")}
          </th>
          <th scope="col" className="wide-only graph">
            <span className="vh">{t("bar")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <City city={line} />
            </th>
            <td className="r">{formatPoints(line.before, locale)}</td>
            <td className="r">{line.burden === null ? t("notAsked") : formatPoints(line.burden, locale, true)}</td>
            <td className="r">
              <b>{formatPoints(afterOf(line), locale)}</b>
            </td>
            <td className="wide-only">
              <Bar before={line.before} burden={line.burden ?? 0} highest={highest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One bar of a ledger, as long as its part of the highest sum. */
export function Bar({ before, burden = 0, highest }: { before: number; burden?: number; highest: number }) {
  const width = (quarters: number) => ({ width: `${Math.round((quarters / highest) * 1000) / 10}%` });
  return (
    <span className="bar" aria-hidden="true">
      {before > 0 && <i style={width(before)} />}
      {burden > 0 && <b style={width(burden)} />}
    </span>
  );
}

const afterOf = ({ before, burden }: LedgerLine) => before + (burden ?? 0);
