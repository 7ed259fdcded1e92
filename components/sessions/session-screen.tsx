import { Refresh } from "@/components/live/refresh";
import type { Locale } from "@/lib/i18n/locales";
import type { ReadingMarks } from "@/lib/readings/types";
import type { Run } from "@/lib/running/types";
import { cityName, zoneName } from "@/lib/sessions/city-name";
import type { SessionDone } from "@/lib/sessions/limits";
import type { SessionView } from "@/lib/sessions/types";
import { Agenda } from "./agenda";
import { Manage } from "./manage";
import { Readings } from "./readings";
import { Relay } from "./relay";
import { SessionOpening } from "./session-opening";
import { WhoComes } from "./who-comes";

interface Props {
  session: SessionView;
  /** How it really goes. */
  run: Run;
  marks: ReadingMarks | null;
  /** How many questions wait; null for those who do not read them. */
  questions: number | null;
  minutes: "none" | "begun" | "locked" | null;
  /** Bands of their own, each left out when there is nothing in it for the reader. */
  /** What was just done. */
  done: SessionDone | null;
  parts: Record<"poll" | "notes" | "attendance" | "questions" | "commitments" | "thread", React.ReactNode>;
  locale: Locale;
}

/** What changes on the page while it is open. Notes look after themselves. */
const KINDS = [
  "step",
  "agenda",
  "answer",
  "session",
  "commitment",
  "attendance",
  "question",
  "minutes",
  "reading",
  "vote",
];

/** A session before, while it is on, and after. */
export function SessionScreen({ session, run, marks, questions, minutes, done, parts, locale }: Props) {
  const place = session.readerCity ? cityName(session.readerCity, locale) : zoneName(session.readerZone);
  const cancelled = session.status === "cancelled";
  const beside = Boolean(parts.notes);
  return (
    <>
      <div className="opening">
        <SessionOpening session={session} place={place} done={done} locale={locale} />
        {!parts.poll && <WhoComes session={session} locale={locale} />}
      </div>
      {parts.poll}
      {!cancelled && (
        <Relay
          session={session}
          hasThread={Boolean(parts.thread)}
          questions={questions}
          hasNotes={beside}
          minutes={minutes}
          locale={locale}
        />
      )}
      <div className="pair">
        <Agenda session={session} run={run} place={place} locale={locale} />
        {beside ? parts.notes : <Readings session={session} marks={marks} locale={locale} />}
      </div>
      {parts.attendance}
      {parts.commitments}
      {parts.questions}
      {beside && <Readings session={session} marks={marks} alone locale={locale} />}
      {parts.thread}
      <Manage session={session} locale={locale} />
      {!cancelled && <Refresh topic={`session:${session.id}`} kinds={KINDS} />}
    </>
  );
}
