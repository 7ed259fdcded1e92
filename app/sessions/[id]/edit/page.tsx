import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditForm } from "@/components/sessions/edit-form";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { pageTitle } from "@/lib/sessions/page-title";
import { readingsOf } from "@/lib/sessions/parts";
import { schedulePlace } from "@/lib/sessions/places";
import { sessionToEdit } from "@/lib/sessions/to-edit";

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/edit">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "sessions")("edit.title")) };
}

export default async function Page({ params }: PageProps<"/sessions/[id]/edit">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}/edit`);
  const [session, locale] = await Promise.all([sessionToEdit(actor, id), getLocale()]);
  const place = session && (await schedulePlace(actor, locale, session.cohortId));
  if (!session || !place) notFound();
  // What was chosen before stays to choose, however much has been shared since.
  const chosen = await readingsOf(actor, id);
  const readings = [...chosen, ...place.readings.filter((one) => !chosen.some((reading) => reading.id === one.id))];
  const t = translator(locale, "sessions");
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <p className="kicker" lang={session.language === locale ? undefined : session.language}>
            {session.title}
          </p>
          <h1>{t("edit.title")}</h1>
        </div>
      </div>
      <EditForm session={session} place={{ ...place, readings }} locale={locale} />
    </>
  );
}
