import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ThreadSection } from "@/components/comments/thread-section";
import { SessionCommitments } from "@/components/commitments/session-commitments";
import { SessionScreen } from "@/components/sessions/session-screen";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { threadFor } from "@/lib/comments/queries";
import { carriedTo, citiesToCommit, commitmentsOfSession } from "@/lib/commitments/queries";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { markSeen } from "@/lib/inbox/mutations";
import { getSession } from "@/lib/sessions/queries";

const load = cache(async (id: string) => {
  const actor = await getActor();
  return actor && getSession(actor, id);
});

export async function generateMetadata({ params }: PageProps<"/sessions/[id]">): Promise<Metadata> {
  const [locale, session] = await Promise.all([getLocale(), load((await params).id)]);
  const t = translator(locale, "sessions");
  if (!session) return { title: t("title") };
  return { title: session.moment === "now" ? `${t("now")}: ${session.title}` : session.title };
}

export default async function Page({ params, searchParams }: PageProps<"/sessions/[id]">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}`);
  const [session, locale] = await Promise.all([load(id), getLocale()]);
  if (!session) notFound();
  const query = await searchParams;
  const [thread, carried, made, cities] = await Promise.all([
    threadFor(actor, { sessionId: session.id }, query, { locale, zone: actor.zone }),
    carriedTo(actor, session),
    commitmentsOfSession(actor, session.id),
    citiesToCommit(actor, session.id),
  ]);
  await markSeen(actor, { sessionId: session.id });
  return (
    <SessionScreen
      session={session}
      locale={locale}
      commitments={
        <SessionCommitments
          sessionId={session.id}
          carried={carried}
          made={made}
          cities={cities}
          own={cities.some((city) => session.myWorkspaceIds.includes(city.id))}
          open={session.status !== "cancelled"}
          done={made.some((one) => one.id === query.made)}
          formKey={newId()}
          locale={locale}
        />
      }
      thread={thread && <ThreadSection thread={thread} locale={locale} />}
    />
  );
}
