import Link from "next/link";
import type { LogEntry } from "@/lib/cohorts/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { LogTable } from "./log-table";

interface Props {
  title: string;
  back: { href: string; name: string };
  here: string;
  log: { entries: LogEntry[]; older: number | null };
  withCity?: boolean;
  zone: string;
  locale: Locale;
}

export function LogPage({ title, back, here, log, withCity, zone, locale }: Props) {
  const t = translator(locale, "cohort");
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{title}</h1>
          <p>
            <Link className="act" href={back.href}>
              {t("logBack", { name: back.name })}
            </Link>
          </p>
        </div>
      </div>
      <div className="band">
        <p className="hung small muted">{t("logNote")}</p>
        <div className="matter">
          <LogTable entries={log.entries} withCity={withCity} zone={zone} locale={locale} />
          {log.older !== null && (
            <nav className="actions under" aria-label={t("logPages")}>
              <Link href={`${here}${here.includes("?") ? "&" : "?"}before=${log.older}`} rel="next">
                {translator(locale, "ui")("older")}
              </Link>
            </nav>
          )}
        </div>
      </div>
    </>
  );
}
