import "@/components/layout/stafeta.css";
import type { Metadata, Viewport } from "next";
import { Colophon } from "@/components/layout/colophon";
import { type ErrorWords, ErrorWordsProvider } from "@/components/layout/error-words";
import { Masthead } from "@/components/layout/masthead";
import { LanguageSwitch } from "@/components/people/language-switch";
import { getActor, getLocale } from "@/lib/auth/current";
import { settings } from "@/lib/env/settings";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), "layout");
  return {
    title: { default: t("title"), template: "%s – Stafeta" },
    description: t("description"),
    icons: { icon: "/icon.svg" },
  };
}

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  const t = translator(locale, "layout");
  return (
    <html lang={locale} data-theme={actor && actor.theme !== "system" ? actor.theme : undefined}>
      <head>
        <link
          rel="preload"
          href="/fonts/atkinson-next-latin.woff2"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
      </head>
      <body>
        <a className="skip" href="#main">
          {t("skip")}
        </a>
        <Masthead
          locale={locale}
          me={actor && { name: actor.name, unseen: actor.unseen }}
          language={<LanguageSwitch locale={locale} label={t("language")} />}
        />
        <main id="main" className="page">
          {settings.demo && <p className="demo">{t("demoBanner")}</p>}
          <ErrorWordsProvider words={errorWords(locale)}>{children}</ErrorWordsProvider>
        </main>
        <Colophon locale={locale} demo={settings.demo} />
      </body>
    </html>
  );
}

function errorWords(locale: Locale): ErrorWords {
  const t = translator(locale, "errors.page");
  return {
    title: t("errorTitle"),
    text: t("errorText"),
    sign: t("errorSign"),
    again: t("again"),
    home: t("toHome"),
    unanswered: t("unanswered"),
    outdated: t("outdated"),
  };
}
