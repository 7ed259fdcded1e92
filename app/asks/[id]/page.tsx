import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AnswerBand } from "@/components/asks/answer-band";
import { AttachBand } from "@/components/asks/attach-band";
import { HiddenNote } from "@/components/asks/hidden-note";
import { ManageBand } from "@/components/asks/manage-band";
import { AskOpening } from "@/components/asks/opening";
import { SettleBand } from "@/components/asks/settle-band";
import { ThreadSection } from "@/components/comments/thread-section";
import { Refresh } from "@/components/live/refresh";
import { firstWords, getAsk } from "@/lib/asks/get";
import { ASK_DONE } from "@/lib/asks/limits";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { threadFor } from "@/lib/comments/queries";
import { talkTopic } from "@/lib/comments/talk";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { markSeen } from "@/lib/inbox/mutations";
import { END } from "@/lib/live/events";
import { getJudged } from "@/lib/moderation/queries";

const load = cache(async (id: string) => {
  const actor = await getActor();
  return actor && getAsk(actor, id);
});

export async function generateMetadata({ params }: PageProps<"/asks/[id]">): Promise<Metadata> {
  const ask = await load((await params).id);
  return ask ? { title: ask.title } : {};
}

export default async function Page({ params, searchParams }: PageProps<"/asks/[id]">) {
  const { id } = await params;
  const actor = await requireActor(`/asks/${id}`);
  const [ask, locale, query] = await Promise.all([load(id), getLocale(), searchParams]);
  if (!ask) notFound();
  const about = { askId: ask.id };
  const thread = await threadFor(actor, about, query, { locale, zone: actor.zone });
  await markSeen(actor, about);
  const judged = ask.state === "hidden" ? await getJudged(actor, ask.id) : null;
  const { settle, change, close, attach, report, hide } = ask.abilities;
  const done = ASK_DONE.find((one) => one === query.done);
  const zone = actor.zone;
  return (
    <>
      <AskOpening
        ask={ask}
        done={done ? translator(locale, "asks")(`done.${done}`) : null}
        zone={zone}
        locale={locale}
      />
      {judged && <HiddenNote judged={judged} zone={zone} locale={locale} />}
      <AnswerBand ask={ask} zone={zone} locale={locale} />
      <Refresh topic={talkTopic(about)} kinds={["talk", END]} />
      {thread && !(judged && thread.page.comments.length === 0) && (
        <ThreadSection thread={thread} asker={ask.mine} locale={locale} />
      )}
      {settle && ask.offered.length > 0 && (
        <SettleBand ask={ask} words={ask.offered.map(({ html }) => firstWords(html))} zone={zone} locale={locale} />
      )}
      {attach && <AttachBand ask={ask} locale={locale} key={String(ask.attached)} />}
      {(change || close || report || hide) && (
        <ManageBand ask={ask} open={query.open} formKey={newId()} locale={locale} />
      )}
    </>
  );
}
