import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { PersonSession } from "@/lib/people/types";
import { dayParts } from "@/lib/time/format";

interface Props {
  sessions: PersonSession[];
  at: Date;
  zone: string;
  locale: Locale;
}

/** The sessions that they run or take notes in. */
export function PersonSessions({ sessions, at, zone, locale }: Props) {
  const t = translator(locale, "person");
  return (
    <ul className="text rows dated">
      {sessions.map(({ id, title, language, startsAt, runs, takesNotes }) => {
        const { number, month } = dayParts(startsAt, zone, locale);
        const part = runs && takesNotes ? "both" : runs ? "runs" : "notes";
        return (
          <li key={id}>
            <time className="day" dateTime={startsAt.toISOString()}>
              <b>{number}</b>
              {month}
            </time>
            <div>
              <h3 lang={language === locale ? undefined : language} dir="auto">
                <a href={`/sessions/${id}`}>{title}</a>
              </h3>
              <p className="small muted">{t(startsAt <= at ? "part.after" : "part.before", { part })}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
