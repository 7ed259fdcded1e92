import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MinutesScreen } from "@/components/minutes/minutes-screen";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { getMinutes } from "@/lib/minutes/queries";
import { pageTitle } from "@/lib/sessions/page-title";

const DONE = ["saved", "merged", "locked", "amended"] as const;

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/minutes">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "minutes")("title")) };
}

export default async function Page({ params, searchParams }: PageProps<"/sessions/[id]/minutes">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}/minutes`);
  const [view, locale, query] = await Promise.all([getMinutes(actor, id), getLocale(), searchParams]);
  if (!view) notFound();
  const done = DONE.find((one) => one === query.done);
  return <MinutesScreen view={view} done={done} formKey={newId()} locale={locale} />;
}
