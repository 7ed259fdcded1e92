import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Withdrawn } from "@/components/revisions/withdrawn";
import { getActor, getLocale, getZone } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { getWithdrawal } from "@/lib/write-ups/withdrawal";

interface Props {
  params: Promise<{ id: string }>;
}

const load = cache(async (id: string) => getWithdrawal(await getActor(), id, await getLocale()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const withdrawal = await load((await params).id);
  if (!withdrawal) return {};
  return { title: translator(await getLocale(), "revisions.withdrawn")("title"), robots: { index: false } };
}

/** Stands at the address of what was taken back; the front server sends it with 410. */
export default async function WithdrawnPage({ params }: Props) {
  const [{ id }, locale, zone] = await Promise.all([params, getLocale(), getZone()]);
  const withdrawal = await load(id);
  if (!withdrawal) notFound();
  return <Withdrawn withdrawal={withdrawal} zone={zone} locale={locale} />;
}
