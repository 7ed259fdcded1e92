import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { givenFrom } from "@/components/sessions/given";
import { MoveForm } from "@/components/sessions/move-form";
import { MoveHours } from "@/components/sessions/move-hours";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { placeOf } from "@/lib/sessions/city-name";
import { minutesIn } from "@/lib/sessions/hours-asked";
import { pageTitle } from "@/lib/sessions/page-title";
import { hourToMoveTo } from "@/lib/sessions/proposals";
import { getSession } from "@/lib/sessions/queries";
import { formatClock, formatDay } from "@/lib/time/format";

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/move">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "sessions")("moveTitle")) };
}

export default async function Page({ params, searchParams }: PageProps<"/sessions/[id]/move">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}/move`);
  const [session, locale] = await Promise.all([getSession(actor, id), getLocale()]);
  if (!session?.abilities.edit) notFound();
  const t = translator(locale, "sessions");
  const [date, time] = session.wallStart.split("T");
  const given = givenFrom(await searchParams, { date, time, zone: session.zone, minutes: String(session.minutes) });
  const typed = {
    date: given.one("date"),
    time: given.one("time"),
    zone: given.one("zone"),
    minutes: given.one("minutes"),
  };
  const minutes = minutesIn(typed.minutes) ?? session.minutes;
  return (
    <div className="opening">
      <div className="left stack">
        <p className="kicker" lang={session.language === locale ? undefined : session.language}>
          {session.title}
        </p>
        <h1>{t("moveTitle")}</h1>
        <p className="lead">
          {t("moveLead", {
            day: formatDay(session.startsAt, session.zone, locale),
            time: formatClock(session.startsAt, session.zone, locale),
            place: placeOf(session.zone, session.cities, [], locale),
          })}
        </p>
        <MoveForm
          session={session}
          typed={typed}
          hours={<MoveHours {...(await hourToMoveTo(session, typed, minutes))} session={session} locale={locale} />}
          locale={locale}
        />
      </div>
    </div>
  );
}
