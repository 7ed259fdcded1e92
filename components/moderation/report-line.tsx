import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Report } from "@/lib/moderation/types";
import { formatDateTime } from "@/lib/time/format";

interface Props {
  report: Report;
  zone: string;
  locale: Locale;
}

/** Why somebody reported a comment, when, and for admins who. */
export function ReportLine({ report, zone, locale }: Props) {
  const t = translator(locale, "moderation");
  const values = { reason: t(`reasons.${report.reason}`), when: formatDateTime(report.at, zone, locale) };
  return (
    <li className="small">
      {report.by === null ? t("reportLine", values) : t("reportLineBy", { ...values, name: report.by })}
      {report.note && (
        <>
          {": "}
          <q dir="auto">{report.note}</q>
        </>
      )}
    </li>
  );
}
