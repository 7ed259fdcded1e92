import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ThreadSection } from "@/components/comments/thread-section";
import { SessionScreen } from "@/components/sessions/session-screen";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { threadFor } from "@/lib/comments/queries";
import { translator } from "@/lib/i18n/translator";
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
  const view = { locale, zone: actor.zone };
  const thread = await threadFor(actor, { sessionId: session.id }, await searchParams, view);
  await markSeen(actor, { sessionId: session.id });
  return (
    <SessionScreen
      session={session}
      locale={locale}
      thread={thread && <ThreadSection thread={thread} locale={locale} />}
    />
  );
}
