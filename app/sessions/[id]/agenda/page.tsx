import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AgendaForm } from "@/components/agenda/agenda-form";
import { getAgenda } from "@/lib/agenda/queries";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { pageTitle } from "@/lib/sessions/page-title";

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/agenda">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "agenda")("title")) };
}

export default async function Page({ params, searchParams }: PageProps<"/sessions/[id]/agenda">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}/agenda`);
  const [agenda, locale, asked] = await Promise.all([getAgenda(actor, id), getLocale(), searchParams]);
  if (!agenda) notFound();
  const t = translator(locale, "agenda");
  const moved = /^\d{1,2}$/.test(String(asked.moved)) ? Number(asked.moved) - 1 : undefined;
  const done = asked.removed ? "removed" : asked.fitted ? "fitted" : asked.more ? "saved" : null;
  return (
    <div className="opening">
      <div className="left stack">
        <p className="kicker" lang={agenda.language === locale ? undefined : agenda.language}>
          {agenda.title}
        </p>
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead", { start: agenda.start, end: agenda.end, minutes: agenda.minutes })}</p>
        {done && (
          <p className="saved" role="status" id="saved">
            {t(done)}
          </p>
        )}
        <AgendaForm agenda={agenda} moved={moved} locale={locale} key={agenda.seen} />
      </div>
      <aside className="right stack">
        <p className="small muted">{t("aside")}</p>
        <p className="actions">
          <Link href={`/formats/new?session=${id}`}>{t("keepAsFormat")}</Link>
        </p>
      </aside>
    </div>
  );
}
