import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Refresh } from "@/components/live/refresh";
import { RunScreen } from "@/components/running/run-screen";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { runSheetOf } from "@/lib/running/queries";
import { pageTitle } from "@/lib/sessions/page-title";
import { getSession } from "@/lib/sessions/queries";

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/run">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "running")("title")) };
}

export default async function Page({ params }: PageProps<"/sessions/[id]/run">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}/run`);
  const [session, locale] = await Promise.all([getSession(actor, id), getLocale()]);
  const sheet = session && (await runSheetOf(session));
  if (!session || !sheet) notFound();
  return (
    <>
      <RunScreen session={session} sheet={sheet} locale={locale} />
      <Refresh topic={`session:${session.id}`} kinds={["step", "agenda", "session"]} />
    </>
  );
}
