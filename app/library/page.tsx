import type { Metadata } from "next";
import { TakeAlong, TooMany } from "@/components/exports/take-along";
import { Filters } from "@/components/library/filters";
import { Found } from "@/components/library/found";
import { Nothing } from "@/components/library/nothing";
import { Opening } from "@/components/library/opening";
import { Pager } from "@/components/library/pager";
import { termNames } from "@/components/library/term-names";
import { Keep } from "@/components/saved-searches/keep";
import { keptHtml } from "@/components/ui/kept-html";
import { Once } from "@/components/ui/once";
import { Results } from "@/components/write-ups/results";
import { mayAsk } from "@/lib/asks/subjects";
import { canPlace } from "@/lib/auth/can";
import { getActor, getLocale } from "@/lib/auth/current";
import { SELECTION_MAX } from "@/lib/exports/limits";
import { translator } from "@/lib/i18n/translator";
import { markLooked } from "@/lib/saved-searches/mutations";
import { keptSearches } from "@/lib/saved-searches/queries";
import { addressOf, filtersFrom, queryString } from "@/lib/write-ups/library-query";
import { LIBRARY_PAGE, searchLibrary } from "@/lib/write-ups/list";

const along = keptHtml(TakeAlong);

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "library")("title") };
}

export default async function Library({ searchParams }: Props) {
  const [actor, locale, query] = await Promise.all([getActor(), getLocale(), searchParams]);
  const { filters, page } = filtersFrom(query);
  const languages = [locale, ...(actor?.languages ?? [])];
  const also = actor && actor.memberships.length > 0 ? keptSearches(actor, filters) : null;
  const { also: kept, ...list } = await searchLibrary(actor, filters, { languages, page, locale, also });
  if (actor && kept?.this) await markLooked(actor, filters);
  const terms = termNames(list.terms, locale);
  const mayWrite = actor?.memberships.some((m) => canPlace(actor, "write-up.create", m)) ?? false;
  return (
    <>
      <Opening q={filters.q} mayWrite={mayWrite} locale={locale} />
      <div className="band">
        <Filters facets={list.facets} filters={filters} locale={locale} />
        <section className="matter" aria-labelledby="found">
          <Found list={list} filters={filters} terms={terms} locale={locale}>
            {kept && <Keep query={queryString(filters)} kept={kept} locale={locale} />}
          </Found>
          {list.items.length > 0 ? (
            <Results items={list.items} filedUnder={terms} locale={locale} />
          ) : (
            <Nothing list={list} filters={filters} mayAsk={actor !== null && mayAsk(actor)} locale={locale} />
          )}
          <Pager filters={filters} page={page} pages={Math.ceil(list.total / LIBRARY_PAGE)} locale={locale} />
          {list.total > SELECTION_MAX ? (
            <TooMany max={SELECTION_MAX} locale={locale} />
          ) : (
            list.total > 0 && (
              <Once
                as="div"
                handed={
                  await along({
                    address: addressOf(filters).replace("/library", "/library/export"),
                    count: list.total,
                    locale,
                  })
                }
              />
            )
          )}
        </section>
      </div>
    </>
  );
}
