import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { OverviewDay } from "@/lib/sessions/overview-types";
import { formatPartialDate } from "@/lib/time/format";
import { type Month, monthsBeside } from "@/lib/time/month";
import { MonthTable } from "./month";

interface Props {
  month: Month;
  days: OverviewDay[];
  today: string;
  zone: string;
  locale: Locale;
}

export function MonthView({ month, days, today, zone, locale }: Props) {
  const o = translator(locale, "overview");
  const beside = monthsBeside(month);
  return (
    <section className="band" aria-labelledby="month">
      <div className="full month-head">
        <h2 className="head" id="month">
          {formatPartialDate(month, locale)}
        </h2>
        <nav className="actions" aria-label={o("months")}>
          <Link href={`/sessions?month=${beside.before}`} rel="prev">
            {formatPartialDate(beside.before, locale)}
          </Link>
          <Link href={`/sessions?month=${beside.after}`} rel="next">
            {formatPartialDate(beside.after, locale)}
          </Link>
        </nav>
      </div>
      <div className="full">
        {days.length === 0 && <p className="over muted">{o("monthEmpty")}</p>}
        <MonthTable month={month} days={days} today={today} zone={zone} locale={locale} />
      </div>
    </section>
  );
}
