import { commentWords } from "@/components/inbox/words";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { NewsItem } from "@/lib/inbox/types";
import { formatClock, formatDay, formatRelativeDay } from "@/lib/time/format";

interface Props {
  item: NewsItem;
  locale: Locale;
  zone: string;
  now: Date;
}

/** Who did what, with its first words. */
export function Line({ item, locale, zone, now }: Props) {
  const t = translator(locale, "inbox");
  const when = item.startsAt
    ? `${formatDay(item.startsAt, zone, locale)}, ${formatClock(item.startsAt, zone, locale)}`
    : "";
  const quote = item.comment ? commentWords(item.comment.html) : item.kind === "returned" ? item.note : null;
  const said = t(`line.${item.kind}`, { name: item.actor, when, audience: item.audience ?? "" });
  return (
    <p className="small">
      {item.seen ? said : <b>{said}</b>}
      {quote && (
        <>
          {": "}
          <q lang={item.comment?.language ?? item.titleLanguage}>{quote}</q>
        </>
      )}{" "}
      <time className="muted nowrap" dateTime={item.at.toISOString()}>
        {formatRelativeDay(item.at, now, zone, locale)}
      </time>
    </p>
  );
}
