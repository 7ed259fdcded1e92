import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatPartialDate } from "@/lib/time/format";

/** "Away until 3 January 2027", beside a name; nothing for whoever is there. */
export function AwayNote({ until, locale }: { until: string | null; locale: Locale }) {
  if (until === null) return null;
  const said = translator(locale, "people")("awayUntil", { date: formatPartialDate(until, locale) });
  return <span className="small muted">{said}</span>;
}
