import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PreviewBand } from "@/components/write-ups/editing/preview-band";
import { Article } from "@/components/write-ups/reading/article";
import { getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { clock } from "@/lib/time/now";
import { getWriteUpForEditing } from "@/lib/write-ups/editing";
import { READINGS, type Reading } from "@/lib/write-ups/limits";
import { previewAs } from "@/lib/write-ups/preview";
import { getWriteUp } from "@/lib/write-ups/queries";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ as?: string | string[] }>;
}

const load = cache(async (id: string) => {
  const actor = await requireActor(`/write-ups/${id}/preview`);
  const [work, locale] = await Promise.all([getWriteUpForEditing(actor, id), getLocale()]);
  const page = work && (await getWriteUp(actor, id, [work.language], locale));
  return page && { actor, work, page };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load((await params).id);
  if (!found) return {};
  const t = translator(await getLocale(), "writing.preview");
  return { title: `${t("title")}: ${found.work.document.title}`, robots: { index: false } };
}

/** The work in hand as an audience would read it. */
export default async function Preview({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const found = await load(id);
  if (!found) notFound();
  const { actor, work, page } = found;
  const audience: Reading = READINGS.find((reading) => reading === query.as) ?? "cohort";
  const { writeUp, behind } = previewAs(audience, page, work);
  return (
    <>
      <PreviewBand id={id} city={page.city.name} audience={audience} behind={behind} locale={locale} />
      <Article writeUp={writeUp} locale={locale} zone={actor.zone} now={clock.now()} />
    </>
  );
}
