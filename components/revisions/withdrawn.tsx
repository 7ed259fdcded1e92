import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { formatDay } from "@/lib/time/format";
import type { Withdrawal } from "@/lib/write-ups/withdrawal";

/** For those who could read it before: that it is gone, since when and why; nothing of what it said. */
export function Withdrawn({ withdrawal, zone, locale }: { withdrawal: Withdrawal; zone: string; locale: Locale }) {
  const t = translator(locale, "revisions.withdrawn");
  const { city, kind, at, reason } = withdrawal;
  return (
    <div className="opening">
      <p className="hung kicker">
        <City city={city} />
      </p>
      <div className="text stack">
        <h1>{t("title")}</h1>
        <p className="lead">{t("text", { city: city.name, kind, when: formatDay(at, zone, locale) })}</p>
        {reason && (
          <>
            <h2>{t("why")}</h2>
            <p className="typed" dir="auto">
              {reason}
            </p>
          </>
        )}
        <p>{t("nothing")}</p>
        <p className="actions">
          <Link href="/library">{t("library")}</Link>
        </p>
      </div>
    </div>
  );
}
