import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AttendanceBand } from "@/components/attendance/attendance-band";
import { ThreadSection } from "@/components/comments/thread-section";
import { SessionCommitments } from "@/components/commitments/session-commitments";
import { NotesSection } from "@/components/notes/notes-section";
import { Poll } from "@/components/polls/poll";
import { QuestionsBand } from "@/components/questions/questions-band";
import { SessionScreen } from "@/components/sessions/session-screen";
import { attendanceOf } from "@/lib/attendance/queries";
import { getActor, getLocale, requireActor } from "@/lib/auth/current";
import { threadFor } from "@/lib/comments/queries";
import { sessionCommitments } from "@/lib/commitments/queries";
import { translator } from "@/lib/i18n/translator";
import { newId } from "@/lib/ids";
import { markSeen } from "@/lib/inbox/mutations";
import { minutesState } from "@/lib/minutes/queries";
import { getNotes } from "@/lib/notes/queries";
import { getPoll } from "@/lib/polls/queries";
import { questionsOf } from "@/lib/questions/queries";
import { readingMarksOf } from "@/lib/readings/queries";
import { runOf } from "@/lib/running/queries";
import { SESSION_DONE } from "@/lib/sessions/limits";
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
  const about = { sessionId: session.id };
  const view = { locale, zone: actor.zone };
  const begun = session.moment !== "before" || session.doorsOpen || session.wentLiveAt !== null;
  const [poll, run, marks, questions, notes, attendance, commitments, minutes, thread] = await Promise.all([
    session.status === "polling" ? getPoll(actor, session.id) : null,
    runOf(session),
    readingMarksOf(actor, session),
    questionsOf(actor, session),
    begun && session.abilities.readNotes ? getNotes(actor, session.id, view) : null,
    begun ? attendanceOf(actor, session) : null,
    sessionCommitments(actor, session),
    minutesState(session),
    threadFor(actor, about, query, view),
  ]);
  await markSeen(actor, about);
  const { made, cities } = commitments;
  return (
    <SessionScreen
      session={session}
      run={run}
      marks={marks}
      questions={questions?.items.length ?? null}
      minutes={minutes}
      done={SESSION_DONE.find((one) => one === query.done) ?? null}
      locale={locale}
      parts={{
        poll: poll && <Poll poll={poll} at="session" locale={locale} />,
        notes: notes && <NotesSection page={notes} languages={actor.languages} locale={locale} />,
        attendance: attendance && (attendance.mine || attendance.total > 0) && (
          <AttendanceBand session={session} attendance={attendance} locale={locale} />
        ),
        questions: questions && <QuestionsBand sessionId={session.id} questions={questions} locale={locale} />,
        commitments: (
          <SessionCommitments
            sessionId={session.id}
            {...commitments}
            own={cities.some((city) => session.myWorkspaceIds.includes(city.id))}
            open={begun && session.status !== "cancelled"}
            done={made.some((one) => one.id === query.made)}
            formKey={newId()}
            locale={locale}
          />
        ),
        thread: thread && <ThreadSection thread={thread} locale={locale} />,
      }}
    />
  );
}
