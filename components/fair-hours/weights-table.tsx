import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const ROWS = ["working", "near", "edge", "far", "night"] as const;

/** What an hour costs by the clock of a city: the rule, and what it makes of nine to five. */
export function WeightsTable({ locale }: { locale: Locale }) {
  const t = translator(locale, "fairHours.weights");
  return (
    <table className="timetable">
      <caption>{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("hour")}</th>
          <th scope="col">{t("example")}</th>
          <th scope="col" className="r">
            {t("points")}
          </th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`rows.${row}`)}</th>
            <td>{t(`examples.${row}`)}</td>
            <td className="r">{t(`values.${row}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
