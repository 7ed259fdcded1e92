import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Done } from "@/components/people/done";
import { ManagePoll } from "@/components/polls/manage";
import { Poll } from "@/components/polls/poll";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { getPoll } from "@/lib/polls/queries";
import { pageTitle } from "@/lib/sessions/page-title";

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/poll">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "polls")("title")) };
}

export default async function Page({ params, searchParams }: PageProps<"/sessions/[id]/poll">) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const actor = await requireActor(`/sessions/${id}/poll`);
  const [poll, locale] = await Promise.all([getPoll(actor, id), getLocale()]);
  if (!poll) notFound();
  return (
    <>
      <div className="opening">
        <div className="left stack">
          {done === "asked" && <Done>{translator(locale, "sessions")("done.asked")}</Done>}
          <h1 lang={poll.language === locale ? undefined : poll.language}>{poll.title}</h1>
          {poll.purpose && (
            <p className="lead" lang={poll.language === locale ? undefined : poll.language}>
              {poll.purpose}
            </p>
          )}
          <p>
            <Link href={`/sessions/${poll.sessionId}`}>{translator(locale, "polls")("back")}</Link>
          </p>
        </div>
      </div>
      <Poll poll={poll} at="poll" locale={locale} />
      {poll.abilities.decide && (
        <ManagePoll poll={poll} done={done === "extended" || done === "reminded" ? done : null} locale={locale} />
      )}
    </>
  );
}
