import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { firstWords, firstWordsOf } from "@/lib/inbox/first-words";
import { lineWords, noteIn } from "@/lib/inbox/line-words";
import type { InboxLine } from "@/lib/inbox/types";
import { formatRelativeDay } from "@/lib/time/format";

interface Props {
  line: InboxLine;
  locale: Locale;
  zone: string;
  noon: Date;
}

const PASSAGE = 100;
const NOTE = 140;

/** Who did what, about which passage, with the first words of the last of it. */
export function Line({ line, locale, zone, noon }: Props) {
  const { newest, unseen } = line;
  const said = lineWords(line, locale, zone);
  const { passage, comment, at } = newest;
  const note = noteIn(newest, locale);
  const words = note === null ? comment && firstWordsOf(comment.html) : firstWords(note, NOTE);
  return (
    <>
      <p className="small">
        {unseen > 0 ? <b>{said}</b> : said}
        <span className="muted"> · </span>
        <time className="muted nowrap" dateTime={at.toISOString()}>
          {formatRelativeDay(at, noon, zone, locale)}
        </time>
      </p>
      {passage?.quote && (
        <p className="small">
          <span className="vh">{translator(locale, "inbox")("passage")} </span>
          <span className="passage" lang={passage.language} dir="auto">
            {firstWords(passage.quote, PASSAGE)}
          </span>
        </p>
      )}
      {words && (
        <p className="small">
          <q lang={note === null ? comment?.language : undefined} dir="auto">
            {words}
          </q>
        </p>
      )}
    </>
  );
}
