import { keptHtml } from "@/components/ui/kept-html";
import { Soft } from "@/components/ui/soft";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { FORM } from "./filters";

interface Props {
  /** The words that are searched for. */
  q: string | undefined;
  mayWrite: boolean;
  locale: Locale;
}

/** The library's heading with the field to search and the ways to write. */
export async function Opening(props: Props) {
  return <Soft as="div" className="opening" handed={await head(props)} />;
}

const head = keptHtml(({ q, mayWrite, locale }: Props) => {
  const t = translator(locale, "library");
  return (
    <>
      <h1 className="hung">{t("title")}</h1>
      <search className="matter">
        <form className="searching" id={FORM} action="/library">
          <div className="field">
            <label htmlFor="q">{t("searchLabel")}</label>
            <input className="input" id="q" name="q" type="search" autoComplete="off" defaultValue={q} />
          </div>
          <button className="button">{t("search")}</button>
        </form>
        <p className="actions under">
          {mayWrite && (
            <>
              <a className="button quiet" href="/write-ups/new">
                {t("write")}
              </a>
              <a href="/write-ups/new?kind=quick">{t("quickNote")}</a>
              <a href="/import">{translator(locale, "imports")("title")}</a>
            </>
          )}
          <a href="/library/compare">{t("compare")}</a>
        </p>
      </search>
    </>
  );
});
