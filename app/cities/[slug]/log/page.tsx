import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LogPage } from "@/components/cohorts/log-page";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { listLog } from "@/lib/cohorts/log";
import { translator } from "@/lib/i18n/translator";
import { cityName } from "@/lib/sessions/city-name";
import { getCity } from "@/lib/workspaces/queries";

export async function generateMetadata({ params }: PageProps<"/cities/[slug]/log">): Promise<Metadata> {
  const [actor, locale, { slug }] = await Promise.all([getActor(), getLocale(), params]);
  const city = await getCity(actor, slug);
  if (!city?.abilities.seeLog) return {};
  return { title: translator(locale, "cohort")("logCity", { city: cityName(city, locale) }) };
}

export default async function Page({ params, searchParams }: PageProps<"/cities/[slug]/log">) {
  const [{ slug }, { before }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(`/cities/${encodeURIComponent(slug)}/log`);
  const [city, locale] = await Promise.all([getCity(actor, slug), getLocale()]);
  if (!city) notFound();
  const log = await listLog(actor, { cohortId: city.cohort.id, workspaceId: city.id }, { before: Number(before) || 0 });
  if (!log) notFound();
  const name = cityName(city, locale);
  return (
    <LogPage
      title={translator(locale, "cohort")("logCity", { city: name })}
      back={{ href: `/cities/${city.slug}`, name }}
      here={`/cities/${city.slug}/log`}
      log={log}
      zone={actor.zone}
      locale={locale}
    />
  );
}
