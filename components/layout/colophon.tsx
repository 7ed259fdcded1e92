import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export function Colophon({ locale, demo }: { locale: Locale; demo: boolean }) {
  const t = translator(locale, "layout");
  return (
    <footer className="colophon">
      <div className="page">
        <div>
          <p>{demo ? t("demoColophon") : t("colophon")}</p>
          <nav aria-label={t("about")}>
            <ul>
              <li>
                <Link href="/accessibility">{t("accessibility")}</Link>
              </li>
              <li>
                <Link href="/privacy">{t("privacy")}</Link>
              </li>
              <li>
                <Link href="/sources">{t("sources")}</Link>
              </li>
              {demo && (
                <li>
                  <Link href="/demo/mailbox">{t("demoMailbox")}</Link>
                </li>
              )}
            </ul>
          </nav>
        </div>
      </div>
    </footer>
  );
}
