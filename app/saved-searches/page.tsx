import type { Metadata } from "next";
import { Done } from "@/components/people/done";
import { SavedSearchRow } from "@/components/saved-searches/row";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { SAVED_SEARCHES_MAX } from "@/lib/saved-searches/limits";
import { listSavedSearches } from "@/lib/saved-searches/queries";
import { listNames } from "@/lib/write-ups/facets";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "savedSearches")("title") };
}

const SAVED = ["mail", "quiet", "removed"] as const;

export default async function SavedSearches({ searchParams }: PageProps<"/saved-searches">) {
  const actor = await requireActor("/saved-searches");
  const locale = await getLocale();
  const [{ saved }, searches, names] = await Promise.all([
    searchParams,
    listSavedSearches(actor),
    listNames(actor, locale),
  ]);
  const t = translator(locale, "savedSearches");
  const done = SAVED.find((known) => known === saved);
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
        </div>
        <div className="right stack">
          <p>
            <a className="act" href="/library">
              {t("open")}
            </a>
          </p>
          {searches.length > 0 && (
            <p className="small muted">{t("count", { count: searches.length, max: SAVED_SEARCHES_MAX })}</p>
          )}
        </div>
      </div>
      <div className="band">
        <div className="matter">
          {done && (
            <div className="over">
              <Done>{t(`saved.${done}`)}</Done>
            </div>
          )}
          {searches.length === 0 ? (
            <>
              <p className="lead">{t("none")}</p>
              <p>{t("noneText")}</p>
            </>
          ) : (
            <ul className="rows">
              {searches.map((search) => (
                <SavedSearchRow key={search.id} search={search} names={names} locale={locale} />
              ))}
            </ul>
          )}
        </div>
      </div>
    </>
  );
}
