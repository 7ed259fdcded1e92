import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Cite } from "@/components/revisions/cite";
import { RevisionNote } from "@/components/revisions/revision-note";
import { Article } from "@/components/write-ups/reading/article";
import { getActor, getLocale, getZone } from "@/lib/auth/current";
import { isContentLanguage } from "@/lib/i18n/locales";
import { numberIn } from "@/lib/revisions/address";
import { asText, citedIn } from "@/lib/revisions/citation";
import { getRevision } from "@/lib/revisions/queries";

interface Props {
  params: Promise<{ id: string; number: string }>;
  searchParams: Promise<{ in?: string | string[] }>;
}

const load = cache(async (id: string, number: number, wanted: string) => {
  const [actor, locale] = await Promise.all([getActor(), getLocale()]);
  const languages = [...(isContentLanguage(wanted) ? [wanted] : []), locale, ...(actor?.languages ?? []), "en"];
  return getRevision(actor, id, number, languages, locale);
});

async function given({ params, searchParams }: Props) {
  const [{ id, number }, query] = await Promise.all([params, searchParams]);
  const wanted = numberIn(number);
  return wanted === null ? null : load(id, wanted, String(query.in ?? ""));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const revision = await given(props);
  if (!revision) return {};
  // Search engines lead to the newest version.
  return { title: revision.writeUp.document.title, robots: { index: false } };
}

export default async function Revision(props: Props) {
  const revision = await given(props);
  if (!revision) notFound();
  const [locale, zone] = await Promise.all([getLocale(), getZone()]);
  const { writeUp, number, at } = revision;
  const cited = citedIn(revision);
  return (
    <>
      <RevisionNote revision={revision} zone={zone} locale={locale} />
      <Article writeUp={writeUp} locale={locale} zone={zone} now={at} />
      {cited && (
        <Cite
          text={asText(cited, locale)}
          path={`/write-ups/${writeUp.id}/revisions/${number}`}
          language={writeUp.language}
          locale={locale}
        />
      )}
    </>
  );
}
