import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SummaryForm } from "@/components/minutes/summary-form";
import { SessionKicker } from "@/components/running/session-kicker";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { summaryToWrite } from "@/lib/minutes/queries";
import { pageTitle } from "@/lib/sessions/page-title";

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/minutes/edit">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "minutes")("write")) };
}

export default async function Page({ params }: PageProps<"/sessions/[id]/minutes/edit">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}/minutes/edit`);
  const [found, locale] = await Promise.all([summaryToWrite(actor, id), getLocale()]);
  if (!found) notFound();
  const { session, markdown, version } = found;
  return (
    <div className="opening">
      <div className="left stack">
        <SessionKicker session={session} locale={locale} />
        <h1>{translator(locale, "minutes")("write")}</h1>
        <SummaryForm session={session} markdown={markdown} version={version} locale={locale} />
      </div>
    </div>
  );
}
