import type { Metadata } from "next";
import { Directory } from "@/components/people/directory";
import { DirectoryPager } from "@/components/people/directory-pager";
import { FindPeople } from "@/components/people/find-people";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { directoryQuery } from "@/lib/people/directory-query";
import { PEOPLE_PAGE } from "@/lib/people/limits";
import { listPeople } from "@/lib/people/queries";
import { listCities } from "@/lib/workspaces/queries";

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
  const [list, everybody, cities] = await Promise.all([
    listPeople(actor, filters, page),
    listPeople(actor, {}),
    listCities(actor),
  ]);
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead", { count: everybody.total })}</p>
        </div>
      </div>
      <div className="band">
        <FindPeople filters={filters} cities={cities} locale={locale} key={JSON.stringify(filters)} />
        <section className="matter" aria-labelledby="found">
          <h2 className="over" id="found" aria-live="polite">
            {t("found", { count: list.total })}
          </h2>
          <Directory people={list.items} filters={filters} me={actor.personId} locale={locale} />
          <DirectoryPager filters={filters} page={page} pages={Math.ceil(list.total / PEOPLE_PAGE)} locale={locale} />
        </section>
      </div>
    </>
  );
}
