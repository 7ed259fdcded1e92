import type { Metadata } from "next";
import Link from "next/link";
import { Filters, FORM } from "@/components/library/filters";
import { Found } from "@/components/library/found";
import { Nothing } from "@/components/library/nothing";
import { Pager } from "@/components/library/pager";
import { Result } from "@/components/write-ups/result";
import { canPlace } from "@/lib/auth/can";
import { getActor, getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { listFacets } from "@/lib/write-ups/facets";
import { filtersFrom, filtersOn } from "@/lib/write-ups/library-query";
import { LIBRARY_PAGE, listWriteUps } from "@/lib/write-ups/queries";

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
  const [list, facets] = await Promise.all([
    listWriteUps(actor, filters, { languages, page, locale }),
    listFacets(actor, locale),
  ]);
  const on = filtersOn(filters);
  const relaxed =
    list.total > 0 || on.length + (filters.q ? 1 : 0) < 2
      ? []
      : await Promise.all(
          on.map(async (filter) => ({
            ...filter,
            total: (await listWriteUps(actor, filter.without, { limit: 1 })).total,
          })),
        );
  const t = translator(locale, "library");
  const mayWrite = actor?.memberships.some((m) => canPlace(actor, "write-up.create", m));
  return (
    <>
      <div className="opening">
        <h1 className="hung">{t("title")}</h1>
        <search className="matter">
          <form className="searching" id={FORM} action="/library">
            <div className="field">
              <label htmlFor="q">{t("searchLabel")}</label>
              <input className="input" id="q" name="q" type="search" autoComplete="off" defaultValue={filters.q} />
            </div>
            <button className="button">{t("search")}</button>
          </form>
          {mayWrite && (
            <p className="actions under">
              <Link className="button quiet" href="/write-ups/new">
                {t("write")}
              </Link>
            </p>
          )}
        </search>
      </div>
      <div className="band">
        <Filters facets={facets} filters={filters} locale={locale} key={JSON.stringify(filters)} />
        <section className="matter" aria-labelledby="found">
          <Found list={list} filters={filters} facets={facets} locale={locale} />
          {list.items.length > 0 ? (
            <ul>
              {list.items.map((item) => (
                <Result key={item.id} item={item} locale={locale} />
              ))}
            </ul>
          ) : (
            <Nothing filters={filters} relaxed={relaxed} facets={facets} empty={list.all === 0} locale={locale} />
          )}
          <Pager filters={filters} page={page} pages={Math.ceil(list.total / LIBRARY_PAGE)} locale={locale} />
        </section>
      </div>
    </>
  );
}
