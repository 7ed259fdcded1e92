import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BeginForm } from "@/components/polls/begin-form";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { proposeOptions } from "@/lib/polls/propose";
import { pageTitle } from "@/lib/sessions/page-title";

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/poll/new">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "polls")("begin")) };
}

export default async function Page({ params }: PageProps<"/sessions/[id]/poll/new">) {
  const { id } = await params;
  const [actor, locale] = await Promise.all([requireActor(`/sessions/${id}/poll/new`), getLocale()]);
  const poll = await proposeOptions(actor, id, locale);
  if (!poll) notFound();
  const t = translator(locale, "polls");
  const { session } = poll;
  return (
    <div className="opening">
      <div className="left stack">
        <p className="kicker" lang={session.language === locale ? undefined : session.language}>
          {session.title}
        </p>
        <h1>{t("begin")}</h1>
        <p className="lead">{t("beginLead")}</p>
        {session.status === "scheduled" && <p className="note">{t("beginMoved")}</p>}
        <BeginForm poll={poll} locale={locale} />
      </div>
    </div>
  );
}
