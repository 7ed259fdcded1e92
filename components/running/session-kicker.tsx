import Link from "next/link";
import type { Locale } from "@/lib/i18n/locales";
import type { SessionView } from "@/lib/sessions/types";
import { formatDay } from "@/lib/time/format";

/** Over a page about one side of a session: which session, and the way back to it. */
export function SessionKicker({ session, locale }: { session: SessionView; locale: Locale }) {
  return (
    <p className="kicker">
      <Link
        className="act"
        href={`/sessions/${session.id}`}
        lang={session.language === locale ? undefined : session.language}
      >
        {session.title}
      </Link>
      <span>{formatDay(session.startsAt, session.readerZone, locale)}</span>
    </p>
  );
}
