import { City } from "@/components/ui/plate";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Judged } from "@/lib/moderation/types";
import { plateOf } from "@/lib/sessions/city-name";
import { formatDateTime } from "@/lib/time/format";

interface Props {
  judged: Judged;
  zone: string;
  locale: Locale;
}

/** The comment or the question that is meant, as far as its reader may read it. */
export function JudgedComment({ judged, zone, locale }: Props) {
  const { kind, html, city, author, language, at, gone, thing } = judged;
  const t = translator(locale, "moderation");
  if (html === null) {
    return <p className="comment muted">{t(gone === "deleted" ? "deletedComment" : "hiddenComment")}</p>;
  }
  return (
    <article className="comment">
      <header>{city ? <City city={plateOf(city, locale)} /> : <b>{author}</b>}</header>
      {kind === "ask" && html === "" && (
        <p lang={language} dir="auto">
          {thing.title}
        </p>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by lib/text/markdown when it was written */}
      <div className="prose" dir="auto" lang={language} dangerouslySetInnerHTML={{ __html: html }} />
      <p className="muted">
        {city && `${author}, `}
        <time dateTime={at.toISOString()}>{formatDateTime(at, zone, locale)}</time>
      </p>
    </article>
  );
}
