import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AskList } from "@/components/asks/ask-list";
import { FindAsks } from "@/components/asks/find-asks";
import { OpenAsks } from "@/components/asks/open-asks";
import { asksForMyCity, countAsks, listAsks, myOpenAsks } from "@/lib/asks/queries";
import { addressOfAsks, askQuery } from "@/lib/asks/query";
import { mayAsk } from "@/lib/asks/subjects";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { listCities } from "@/lib/workspaces/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "asks")("title") };
}

export default async function Page({ searchParams }: PageProps<"/asks">) {
  const actor = await requireActor("/asks");
  const [locale, query] = await Promise.all([getLocale(), searchParams]);
  if (actor.memberships.length === 0) notFound();
  const t = translator(locale, "asks");
  const { filters, after } = askQuery(query);
  const narrowed = filters.city !== undefined || filters.theme !== undefined || filters.q !== undefined;
  // What concerns the reader stands above the rest, on the first page of all that is open.
  const first = filters.show === "open" && !narrowed && after === undefined;
  const [list, counts, cities, forCity, mine] = await Promise.all([
    listAsks(actor, filters, { after, besides: filters.show === "open" && !narrowed }),
    countAsks(actor),
    listCities(actor),
    first ? asksForMyCity(actor) : [],
    first ? myOpenAsks(actor) : [],
  ]);
  const own = cities.filter(({ id }) => actor.memberships.some(({ workspaceId }) => workspaceId === id));
  const [city] = own;
  const asks = mayAsk(actor);
  const zone = actor.zone;
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t(asks ? "lead" : "leadRead")}</p>
          {asks && (
            <p className="actions">
              <Link className="button" href="/asks/new">
                {t("ask")}
              </Link>
            </p>
          )}
        </div>
      </div>
      <div className="band">
        <FindAsks filters={filters} counts={counts} cities={cities} locale={locale} key={JSON.stringify(filters)} />
        <div className="text stack loose">
          <OpenAsks
            id="for-city"
            title={city && own.length === 1 ? t("list.forCity", { city: cityName(city, locale) }) : t("list.forCities")}
            items={forCity}
            zone={zone}
            locale={locale}
          />
          <OpenAsks id="mine" title={t("list.mine")} items={mine} zone={zone} locale={locale} />
          <section aria-labelledby="found">
            <h2 className="over" id="found">
              {first ? t("list.open") : t(`list.heading.${filters.show}`)}
            </h2>
            {list.items.length > 0 ? (
              <AskList items={list.items} zone={zone} locale={locale} />
            ) : (
              <p>
                {narrowed
                  ? t("list.noneFound")
                  : t(filters.show === "open" && !asks ? "list.openRead" : `list.none.${filters.show}`)}{" "}
                {narrowed || filters.show !== "open" ? (
                  <Link href="/asks">{t("list.showAll")}</Link>
                ) : (
                  counts.answered > 0 && <Link href={addressOfAsks({ show: "answered" })}>{t("list.seeAnswered")}</Link>
                )}
              </p>
            )}
            {list.after && (
              <p className="actions under">
                <a href={addressOfAsks(filters, list.after)} rel="next">
                  {t("list.older")}
                </a>
              </p>
            )}
          </section>
        </div>
      </div>
    </>
  );
}
