import { City } from "@/components/ui/plate";
import type { ThreadComment } from "@/lib/comments/types";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** One thing somebody said, to be read only. */
export function Heard({ comment, locale }: { comment: ThreadComment; locale: Locale }) {
  const t = translator(locale, "comments");
  const { id, author, city } = comment;
  // Where nobody signs in, what is hidden is hidden for whoever moderates it, too.
  if (!author || comment.hidden) {
    return (
      <article className="comment" id={`comment-${id}`}>
        <p className="muted">{t(comment.deleted?.by === "author" ? "removedByAuthor" : "removedByModerator")}</p>
      </article>
    );
  }
  return (
    <article className="comment" id={`comment-${id}`}>
      <header>{city ? <City city={city} /> : <b>{author.name}</b>}</header>
      <div
        className="prose"
        lang={comment.language}
        dir="auto"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by lib/text/markdown when it was written
        dangerouslySetInnerHTML={{ __html: comment.html }}
      />
      <p className="muted">
        {city && `${author.name}, `}
        <time dateTime={comment.createdAt}>{comment.when}</time>
        {comment.edited && `, ${t("changed")}`}
      </p>
    </article>
  );
}
