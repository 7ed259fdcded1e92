import { keptHtml } from "@/components/ui/kept-html";
import { Soft } from "@/components/ui/soft";
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

/** On every page, so what never changes in it is not made anew for each. */
export async function Masthead({ locale, me, language }: Props) {
  const [begun, own, five] = await Promise.all([
    start({ locale, signedIn: me !== null }),
    end({ locale, name: me?.name ?? null }),
    me && stops({ locale, unseen: me.unseen }),
  ]);
  return (
    <header className="masthead">
      <div className="page">
        <div className="masthead-row">
          <Soft as="div" className="bare" handed={begun} />
          {language}
          <Soft as="div" className="bare" handed={own} />
        </div>
        {five && <Places label={translator(locale, "layout")("places")} places={five} />}
      </div>
    </header>
  );
}

const start = keptHtml(({ locale, signedIn }: { locale: Locale; signedIn: boolean }) => {
  const t = translator(locale, "layout");
  return (
    <>
      <a className="wordmark" href="/">
        Stafeta
        <svg viewBox="0 0 44 10" aria-hidden="true" fill="currentColor">
          <path d="M0 4h26v2H0z" />
          <path d="M26 0h18v10H26z" />
        </svg>
      </a>
      {signedIn ? (
        <>
          <search className="find wide-only">
            <form action="/library">
              <label className="vh" htmlFor="find">
                {t("searchLabel")}
              </label>
              <input className="input" id="find" name="q" type="search" placeholder={t("search")} autoComplete="off" />
            </form>
          </search>
          <a className="tool narrow-only" href="/library">
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
          </a>
        </>
      ) : (
        <>
          <a className="tool wide-only" href="/library">
            {t("library")}
          </a>
          <a className="tool wide-only" href="/cities">
            {t("cities")}
          </a>
        </>
      )}
    </>
  );
});

const end = keptHtml(({ locale, name }: { locale: Locale; name: string | null }) => {
  if (name === null) {
    return (
      <a className="tool" href="/sign-in">
        <b>{translator(locale, "layout")("signIn")}</b>
      </a>
    );
  }
  return (
    <a className="tool" href="/settings">
      <b className="wide-only" dir="auto">
        {name}
      </b>
      <b className="narrow-only" aria-hidden="true">
        {initialsOf(name)}
      </b>
      <span className="vh narrow-only">{name}</span>
    </a>
  );
});

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .flatMap((part) => [...part].slice(0, 1))
    .slice(0, 2)
    .join("");
}

const stops = keptHtml(({ locale, unseen }: { locale: Locale; unseen: number }) => {
  const t = translator(locale, "layout");
  const places = ["home", "library", "sessions", "cities", "inbox"] as const;
  return (
    <ul>
      {places.map((place) => (
        <li key={place}>
          <a href={place === "home" ? "/" : `/${place}`}>
            {t(place)}
            {place === "inbox" && unseen > 0 && (
              <b>
                <span aria-hidden="true">{unseen}</span>
                <span className="vh"> {t("newCount", { count: unseen })}</span>
              </b>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
});
