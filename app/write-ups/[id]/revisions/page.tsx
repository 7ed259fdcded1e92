import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CompareForm } from "@/components/revisions/compare-form";
import { RevisionHead } from "@/components/revisions/revision-head";
import { RevisionList } from "@/components/revisions/revision-list";
import { getActor, getLocale, getZone } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { listRevisions } from "@/lib/revisions/queries";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

const load = cache(async (id: string) => listRevisions(await getActor(), id, await getLocale()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const history = await load((await params).id);
  if (!history) return {};
  return { title: translator(await getLocale(), "revisions")("titleOf", { title: history.writeUp.title }) };
}

export default async function Revisions({ params, searchParams }: Props) {
  const [{ id }, { done }, locale, zone] = await Promise.all([params, searchParams, getLocale(), getZone()]);
  const history = await load(id);
  if (!history) notFound();
  const t = translator(locale, "revisions");
  const { writeUp, revisions } = history;
  const inCity = writeUp.reading === "city";
  return (
    <>
      <RevisionHead writeUp={writeUp} title={t("title")} locale={locale}>
        {done === "restored" && inCity && (
          <p className="note plain" role="status">
            {t("done")}
          </p>
        )}
        <p className="lead">{t(inCity ? "lead" : "leadReaders")}</p>
      </RevisionHead>
      <section className="band" aria-labelledby="h-history">
        <h2 className="hung" id="h-history">
          {t("history")}
        </h2>
        {revisions.length > 0 ? (
          <RevisionList writeUp={writeUp} revisions={revisions} zone={zone} locale={locale} />
        ) : (
          <p className="text">{t(inCity ? "empty" : "emptyReaders")}</p>
        )}
      </section>
      <CompareForm writeUp={writeUp} revisions={revisions} locale={locale} />
    </>
  );
}
