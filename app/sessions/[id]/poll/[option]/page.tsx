import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TakeForm } from "@/components/polls/take-form";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { optionWords } from "@/lib/polls/option-words";
import { getPoll } from "@/lib/polls/queries";
import { pageTitle } from "@/lib/sessions/page-title";

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/poll/[option]">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "polls")("takeTitle")) };
}

export default async function Page({ params }: PageProps<"/sessions/[id]/poll/[option]">) {
  const { id, option: optionId } = await params;
  const actor = await requireActor(`/sessions/${id}/poll/${optionId}`);
  const [poll, locale] = await Promise.all([getPoll(actor, id), getLocale()]);
  const option = poll?.options.find((one) => one.id === optionId && !one.passed);
  if (!poll?.abilities.decide || !option) notFound();
  const t = translator(locale, "polls");
  const { day, clock, place, organiser } = optionWords(option, poll, locale);
  return (
    <div className="opening">
      <div className="left stack">
        <p className="kicker" lang={poll.language === locale ? undefined : poll.language}>
          {poll.title}
        </p>
        <h1>{t("takeTitle")}</h1>
        <p className="lead">
          <b>{clock}</b> {t("where", { day, place })}
        </p>
        {organiser && <p className="small muted">{organiser}</p>}
        <TakeForm poll={poll} option={option} locale={locale} />
      </div>
    </div>
  );
}
