import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CancelForm } from "@/components/sessions/cancel-form";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { pageTitle } from "@/lib/sessions/page-title";
import { getSession } from "@/lib/sessions/queries";

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/cancel">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "sessions")("cancelTitle")) };
}

export default async function Page({ params }: PageProps<"/sessions/[id]/cancel">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}/cancel`);
  const [session, locale] = await Promise.all([getSession(actor, id), getLocale()]);
  if (!session?.abilities.cancel) notFound();
  const t = translator(locale, "sessions");
  return (
    <div className="opening">
      <div className="left stack">
        <p className="kicker" lang={session.language === locale ? undefined : session.language}>
          {session.title}
        </p>
        <h1>{t("cancelTitle")}</h1>
        <p className="lead">{t("cancelLead")}</p>
        <CancelForm session={session} locale={locale} />
      </div>
    </div>
  );
}
