import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

interface Props {
  /** Where the reader's clock is and how far from UTC. */
  place: string;
  offset: string;
  mayBegin: boolean;
  locale: Locale;
}

export function OverviewOpening({ place, offset, mayBegin, locale }: Props) {
  const t = translator(locale, "sessions");
  const o = translator(locale, "overview");
  return (
    <div className="opening">
      <div className="left stack">
        <h1>{t("title")}</h1>
        <p className="lead">{t("clockLead", { place, offset })}</p>
      </div>
      <div className="right stack">
        {mayBegin && (
          <p className="actions">
            <Link className="button big" href="/sessions/new">
              {t("new")}
            </Link>
          </p>
        )}
        <p className="actions">
          <Link href="/sessions/fair-hours">{o("hours")}</Link>
          <Link href="/commitments">{o("commitments")}</Link>
          <Link href="/formats">{o("formats")}</Link>
          <Link href="/calendar">{o("calendar")}</Link>
        </p>
      </div>
    </div>
  );
}

/** By day or by month, and a plain form that searches. */
export function OverviewTools({ month, q, locale }: { month: string; q?: string; locale: Locale }) {
  const o = translator(locale, "overview");
  const byMonth = q === undefined;
  return (
    <div className="overview-tools under">
      <nav className="actions left" aria-label={o("views")}>
        <Link href="/sessions" aria-current={byMonth ? undefined : "page"}>
          {o("byDay")}
        </Link>
        <Link href={`/sessions?month=${month}`} aria-current={byMonth ? "page" : undefined}>
          {o("byMonth")}
        </Link>
      </nav>
      <form className="searching right" action="/sessions">
        <div className="field">
          <label htmlFor="find-sessions">{o("search")}</label>
          <input className="input" id="find-sessions" type="search" name="q" defaultValue={q} maxLength={100} />
        </div>
        <button className="button quiet">{o("find")}</button>
      </form>
    </div>
  );
}
