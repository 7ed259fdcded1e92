import Link from "next/link";
import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { answerPath, readPath } from "@/lib/inbox/paths";
import type { InboxGroup } from "@/lib/inbox/types";
import { dayParts } from "@/lib/time/format";
import { Line } from "./line";

interface Props {
  group: InboxGroup;
  locale: Locale;
  zone: string;
  now: Date;
}

/** One write-up or session with what is new about it, and one verb. */
export function Group({ group, locale, zone, now }: Props) {
  const t = translator(locale, "inbox");
  const { newest } = group;
  const answer = answerPath(newest);
  return (
    <li>
      {newest.city ? (
        <City city={newest.city} quiet />
      ) : (
        <SessionDay at={newest.startsAt} locale={locale} zone={zone} />
      )}
      <div className="stack tight">
        <h2>
          <Link href={readPath(newest)} lang={newest.titleLanguage}>
            {newest.title}
          </Link>
          {group.unseen > 0 && <span className="small"> {t("new", { count: group.unseen })}</span>}
        </h2>
        {group.items.map((item) => (
          <Line key={item.id} item={item} locale={locale} zone={zone} now={now} />
        ))}
        {group.more > 0 && <p className="small muted">{t("more", { count: group.more })}</p>}
        <p className="small">
          <Link className="act" href={answer ?? readPath(newest)}>
            {t(answer ? "answer" : "read")}
            <span className="vh">: {newest.title}</span>
          </Link>
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
