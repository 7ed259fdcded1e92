import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { Places } from "./places";

interface Props {
  locale: Locale;
  /** Null: the public. */
  me: { name: string; unseen: number } | null;
  /** Language switch: a form, so that it works everywhere. */
  language: React.ReactNode;
}

export function Masthead({ locale, me, language }: Props) {
  const t = translator(locale, "layout");
  const initials = me?.name
    .split(/\s+/)
    .map((part) => part[0])
    .join("")
    .slice(0, 2);
  return (
    <header className="masthead">
      <div className="page">
        <div className="masthead-row">
          <Link className="wordmark" href="/">
            Stafeta
            <svg viewBox="0 0 44 10" aria-hidden="true" fill="currentColor">
              <path d="M0 4h26v2H0z" />
              <path d="M26 0h18v10H26z" />
            </svg>
          </Link>
          {me ? (
            <>
              <search className="find wide-only">
                <form action="/library">
                  <label className="vh" htmlFor="find">
                    {t("searchLabel")}
                  </label>
                  <input
                    className="input"
                    id="find"
                    name="q"
                    type="search"
                    placeholder={t("search")}
                    autoComplete="off"
                  />
                </form>
              </search>
              <Link className="tool narrow-only" href="/library">
                <svg
                  width="24"
                  height="24"
                  viewBox="0 0 24 24"
                  aria-hidden="true"
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="2.5"
                >
                  <circle cx="10.5" cy="10.5" r="6.5" />
                  <path d="m15.5 15.5 6 6" />
                </svg>
                <span className="vh">{t("search")}</span>
              </Link>
            </>
          ) : (
            <>
              <Link className="tool wide-only" href="/library">
                {t("library")}
              </Link>
              <Link className="tool wide-only" href="/cities">
                {t("cities")}
              </Link>
            </>
          )}
          {language}
          {me ? (
            <Link className="tool" href="/settings">
              <b className="wide-only">{me.name}</b>
              <b className="narrow-only" aria-hidden="true">
                {initials}
              </b>
              <span className="vh narrow-only">{me.name}</span>
            </Link>
          ) : (
            <Link className="tool" href="/sign-in">
              <b>{t("signIn")}</b>
            </Link>
          )}
        </div>
        {me && (
          <Places
            label={t("places")}
            places={[
              { href: "/", name: t("home") },
              { href: "/library", name: t("library") },
              { href: "/sessions", name: t("sessions") },
              { href: "/cities", name: t("cities") },
              { href: "/inbox", name: t("inbox"), count: me.unseen, countLabel: t("newCount", { count: me.unseen }) },
            ]}
          />
        )}
      </div>
    </header>
  );
}
