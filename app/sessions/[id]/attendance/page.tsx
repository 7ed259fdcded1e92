import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AttendanceBand } from "@/components/attendance/attendance-band";
import { Guests } from "@/components/attendance/guests";
import { TickForm } from "@/components/attendance/tick-form";
import { Done } from "@/components/people/done";
import { SessionKicker } from "@/components/running/session-kicker";
import { attendanceOf, attendanceSheetOf } from "@/lib/attendance/queries";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { translator } from "@/lib/i18n/translator";
import { pageTitle } from "@/lib/sessions/page-title";
import { getSession } from "@/lib/sessions/queries";

const DONE = ["saved", "added", "removed"] as const;

export async function generateMetadata({ params }: PageProps<"/sessions/[id]/attendance">): Promise<Metadata> {
  const [{ id }, actor] = await Promise.all([params, getActor()]);
  return { title: await pageTitle(actor, id, translator(await getLocale(), "attendance")("title")) };
}

export default async function Page({ params, searchParams }: PageProps<"/sessions/[id]/attendance">) {
  const { id } = await params;
  const actor = await requireActor(`/sessions/${id}/attendance`);
  const [session, locale, query] = await Promise.all([getSession(actor, id), getLocale(), searchParams]);
  const sheet = session && (await attendanceSheetOf(session));
  const attendance = session && (await attendanceOf(actor, session));
  if (!session || !sheet || !attendance) notFound();
  const t = translator(locale, "attendance");
  const done = DONE.find((one) => one === query.done);
  return (
    <>
      <div className="opening">
        <div className="left stack">
          <SessionKicker session={session} locale={locale} />
          <h1>{t(session.moment === "after" ? "titleOver" : "title")}</h1>
          <p className="lead">{t(sheet.locked ? "locked" : "lead")}</p>
          {done && <Done>{t(`done.${done}`)}</Done>}
        </div>
      </div>
      {sheet.locked ? (
        <AttendanceBand session={session} attendance={attendance} locale={locale} />
      ) : (
        <div className="pair">
          <section className="band left" aria-label={t("title")}>
            <TickForm sessionId={session.id} sheet={sheet} locale={locale} />
          </section>
          <Guests sessionId={session.id} sheet={sheet} locale={locale} />
        </div>
      )}
    </>
  );
}
