import { keptHtml } from "@/components/ui/kept-html";
import { Soft } from "@/components/ui/soft";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

interface Props {
  locale: Locale;
  demo: boolean;
}

export async function Colophon(props: Props) {
  return (
    <footer className="colophon">
      <Soft as="div" className="page" handed={await words(props)} />
    </footer>
  );
}

const words = keptHtml(({ locale, demo }: Props) => {
  const t = translator(locale, "layout");
  const pages = ["accessibility", "privacy", "sources"] as const;
  return (
    <div>
      <p>{demo ? t("demoColophon") : t("colophon")}</p>
      <nav aria-label={t("about")}>
        <ul>
          {pages.map((page) => (
            <li key={page}>
              <a href={`/${page}`}>{t(page)}</a>
            </li>
          ))}
          {demo && (
            <li>
              <a href="/demo/mailbox">{t("demoMailbox")}</a>
            </li>
          )}
        </ul>
      </nav>
    </div>
  );
});
