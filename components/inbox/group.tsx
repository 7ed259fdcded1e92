import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { actPath, readPath, toDo, verbOf } from "@/lib/inbox/paths";
import type { InboxGroup } from "@/lib/inbox/types";
import { plateOf } from "@/lib/sessions/city-name";
import { dayParts } from "@/lib/time/format";
import { Line } from "./line";

export interface GroupProps {
  /** The newest stands in the first line. */
  group: Omit<InboxGroup, "newest">;
  /** Among what was put away. */
  done: boolean;
  locale: Locale;
  zone: string;
  /** Noon of the reader's day: what is said of days is the same until midnight. */
  noon: Date;
}

/** One thing with what is new about it, the one verb that is asked for, and what puts it away. Stands in a form. */
export function Group({ group, done, locale, zone, noon }: GroupProps) {
  const t = translator(locale, "inbox");
  const { lines, unseen, more } = group;
  const [{ newest }] = lines;
  const item = toDo(group);
  const muted = newest.follow === "mute";
  const name = <span className="vh">: {newest.title}</span>;
  return (
    <li id={`news-${newest.id}`}>
      {newest.city ? (
        <City city={plateOf(newest.city, locale)} quiet />
      ) : (
        <SessionDay at={newest.startsAt} locale={locale} zone={zone} />
      )}
      <div className="stack tight">
        <h2>
          <a href={readPath(newest)} lang={newest.titleLanguage} dir="auto">
            {newest.title}
          </a>
          {unseen > 0 && <span className="small"> {t("new", { count: unseen })}</span>}
        </h2>
        {lines.map((line) => (
          <Line key={line.newest.kind} line={line} locale={locale} zone={zone} noon={noon} />
        ))}
        {more > 0 && <p className="small muted">{t("more", { count: more })}</p>}
        <p className="acts small">
          <a className="act" href={actPath(item)}>
            <b>{t(`verb.${verbOf(item)}`)}</b>
            {name}
          </a>
          <button className="act" name={done ? "back" : "done"} value={newest.id}>
            {t(done ? "back" : "done")}
            {name}
          </button>
          <button className="act" name={muted ? "hear" : "mute"} value={newest.id}>
            {t(muted ? "hear" : "mute")}
            {name}
          </button>
        </p>
      </div>
    </li>
  );
}

function SessionDay({ at, locale, zone }: { at: Date | null; locale: Locale; zone: string }) {
  if (!at) return <span />;
  const { number, month } = dayParts(at, zone, locale);
  return (
    <span className="day">
      <b>{number}</b> {month}
    </span>
  );
}
