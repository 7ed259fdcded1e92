import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PersonOpening } from "@/components/people/person-opening";
import { PersonScreen } from "@/components/people/person-screen";
import { getActor, getLocale } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { getPerson } from "@/lib/people/person";
import { clock } from "@/lib/time/now";

const load = cache(async (id: string) => {
  const actor = await getActor();
  return actor && getPerson(actor, id);
});

export async function generateMetadata({ params }: PageProps<"/people/[id]">): Promise<Metadata> {
  const [locale, person] = await Promise.all([getLocale(), load((await params).id)]);
  return { title: person?.name ?? translator(locale, "people")("title") };
}

export default async function Page({ params }: PageProps<"/people/[id]">) {
  const [actor, locale, person] = await Promise.all([getActor(), getLocale(), load((await params).id)]);
  if (!actor || !person) notFound();
  const at = clock.now();
  return (
    <>
      <PersonOpening person={person} at={at} readerZone={actor.zone} locale={locale} />
      <PersonScreen person={person} at={at} zone={actor.zone} locale={locale} />
    </>
  );
}
