import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Directory } from "@/components/people/directory";
import { DirectoryPager } from "@/components/people/directory-pager";
import { FindPeople } from "@/components/people/find-people";
import { Found } from "@/components/people/found";
import { Nobody } from "@/components/people/nobody";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { listPeople } from "@/lib/people/directory";
import { directoryAddress, directoryQuery } from "@/lib/people/directory-query";
import { PEOPLE_PAGE } from "@/lib/people/limits";
import { wordsIn } from "@/lib/people/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "people")("title") };
}

export default async function People({ searchParams }: PageProps<"/people">) {
  const actor = await requireActor("/people");
  const [locale, query] = await Promise.all([getLocale(), searchParams]);
  const t = translator(locale, "people");
  if (actor.memberships.length === 0) {
    return (
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("noCohort")}</p>
          <p>{t("noCohortText")}</p>
        </div>
      </div>
    );
  }
  const { filters, page } = directoryQuery(query);
  const list = await listPeople(actor, filters, page);
  const pages = Math.ceil(list.total / PEOPLE_PAGE);
  if (page > pages && pages > 0) redirect(directoryAddress(filters, pages));
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
        </div>
      </div>
      <div className="band">
        <FindPeople filters={filters} list={list} locale={locale} key={JSON.stringify(filters)} />
        <section className="matter" aria-labelledby="found">
          <Found list={list} filters={filters} locale={locale} />
          {list.items.length > 0 ? (
            <Directory
              people={list.items}
              words={wordsIn(filters.q ?? "")}
              alike={list.alike}
              me={actor.personId}
              locale={locale}
            />
          ) : (
            <Nobody list={list} filters={filters} locale={locale} />
          )}
          <DirectoryPager filters={filters} page={page} pages={pages} locale={locale} />
        </section>
      </div>
    </>
  );
}
