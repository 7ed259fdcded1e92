import type { Metadata } from "next";
import Link from "next/link";
import { CommitmentList } from "@/components/commitments/commitment-list";
import { FindCommitments } from "@/components/commitments/find-commitments";
import { getLocale, requireActor } from "@/lib/auth/current";
import { listCommitments } from "@/lib/commitments/queries";
import { addressOfCommitments, commitmentQuery } from "@/lib/commitments/query";
import { translator } from "@/lib/i18n/translator";
import { listCities } from "@/lib/workspaces/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await getLocale(), "commitments")("title") };
}

export default async function Page({ searchParams }: PageProps<"/commitments">) {
  const actor = await requireActor("/commitments");
  const [locale, query] = await Promise.all([getLocale(), searchParams]);
  const t = translator(locale, "commitments");
  const { filters, after } = commitmentQuery(query);
  const [list, cities] = await Promise.all([listCommitments(actor, filters, after), listCities(actor)]);
  const narrowed = filters.city !== undefined || filters.status !== undefined;
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
        </div>
      </div>
      <div className="band">
        <FindCommitments filters={filters} cities={cities} locale={locale} key={JSON.stringify(filters)} />
        <section className="text" aria-labelledby="found">
          <h2 className="over" id="found">
            {t(`heading.${filters.status ?? "open"}`)}
          </h2>
          {list.items.length > 0 ? (
            <CommitmentList items={list.items} locale={locale} />
          ) : (
            <p>
              {t(narrowed ? "noneFound" : "none")} {narrowed && <Link href="/commitments">{t("showOpen")}</Link>}
            </p>
          )}
          {list.after && (
            <p className="actions under">
              <a href={addressOfCommitments(filters, list.after)} rel="next">
                {t("later")}
              </a>
            </p>
          )}
        </section>
      </div>
    </>
  );
}
