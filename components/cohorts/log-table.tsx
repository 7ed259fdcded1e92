import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { LogEntry } from "@/lib/cohorts/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { formatDateTime } from "@/lib/time/format";

interface Props {
  entries: LogEntry[];
  withCity?: boolean;
  zone: string;
  locale: Locale;
}

/** What was done, a sentence a row. */
export function LogTable({ entries, withCity, zone, locale }: Props) {
  const t = translator(locale, "cohort");
  if (entries.length === 0) return <p>{t("logEmpty")}</p>;
  return (
    <table className="timetable stacks">
      <caption className="vh">{t("table.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("table.when")}</th>
          <th scope="col">{t("table.what")}</th>
          {withCity && <th scope="col">{t("table.where")}</th>}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className="muted nowrap">
              <time dateTime={entry.at.toISOString()}>{formatDateTime(entry.at, zone, locale)}</time>
            </td>
            <td>
              {whatWasDone(entry, locale)}
              {entry.about && (
                <>
                  :{" "}
                  <Link href={entry.about.href} lang={entry.about.language} prefetch={false}>
                    {entry.about.title}
                  </Link>
                </>
              )}
            </td>
            {withCity && <td>{entry.city && <City city={{ ...entry.city, name: cityName(entry.city, locale) }} />}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The sentence of an action, such as "Luca B. invited somebody as member". */
function whatWasDone(entry: LogEntry, locale: Locale): string {
  const t = translator(locale, "audit");
  const people = translator(locale, "people");
  const system = translator(locale, "cohort")("system");
  const role = entry.role ? people(`roles.${entry.role}`).toLocaleLowerCase(locale) : "";
  // Which actions there are is only known at run time: the log keeps what was done by older versions too.
  const key = (t.has(entry.action as "other") ? entry.action : "other") as "other";
  const words = { who: entry.who ?? system, whom: entry.whom ?? system, role };
  return t(key, words);
}
