import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SuggestForm } from "@/components/polls/suggest-form";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { getPoll } from "@/lib/polls/queries";
import { pageTitle } from "@/lib/sessions/page-title";

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/poll/suggest">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "polls")("suggestTitle")) };
}

export default async function Page({ params }: PageProps<"/sessions/[id]/poll/suggest">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}/poll/suggest`);
  const [poll, locale] = await Promise.all([getPoll(actor, id), getLocale()]);
  if (!poll?.abilities.vote) notFound();
  const t = translator(locale, "polls");
  return (
    <div className="opening">
      <div className="left stack">
        <p className="kicker" lang={poll.language === locale ? undefined : poll.language}>
          {poll.title}
        </p>
        <h1>{t("suggestTitle")}</h1>
        <p className="lead">{t("suggestLead")}</p>
        <SuggestForm poll={poll} locale={locale} />
      </div>
    </div>
  );
}
