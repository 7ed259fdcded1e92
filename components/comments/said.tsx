import { City } from "@/components/ui/plate";
import type { ThreadComment } from "@/lib/comments/types";
import { Act } from "./act";
import type { ThreadLabels } from "./labels";

interface Props {
  comment: ThreadComment;
  labels: ThreadLabels;
  /** Opens a field on the page; without it the links lead to a page where it stands open. */
  ask?: (what: "reply" | "edit" | "remove") => void;
  /** What stands there instead of the words, and instead of the verbs. */
  editing?: React.ReactNode;
  removing?: React.ReactNode;
}

/** One thing somebody said, or what stays of it. */
export function Said({ comment, labels, ask, editing, removing }: Props) {
  const { id, author, city, abilities } = comment;
  if (comment.deleted || !author) {
    return (
      <article className="comment" id={`comment-${id}`}>
        <p className="muted">
          {comment.deleted?.by === "moderator" ? labels.removedByModerator : labels.removedByAuthor}
        </p>
      </article>
    );
  }
  const act = (what: "reply" | "edit" | "remove", label: string) => (
    <Act href={`?${what}=${id}#${what}`} act={() => ask?.(what)}>
      {label}
      <span className="vh"> {labels.ofWhom.replace("{name}", author.name)}</span>
    </Act>
  );
  return (
    <article className="comment" id={`comment-${id}`}>
      <header>{city ? <City city={city} /> : <b>{author.name}</b>}</header>
      {editing ?? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by lib/text/markdown when it was written
        <div className="prose" lang={comment.language} dangerouslySetInnerHTML={{ __html: comment.html }} />
      )}
      <p className="muted">
        {city && `${author.name}, `}
        <time dateTime={comment.createdAt}>{comment.when}</time>
        {comment.edited && `, ${labels.changed}`}
      </p>
      {removing ??
        (editing === undefined && (
          <p className="acts">
            {abilities.reply && act("reply", labels.answer)}
            {abilities.edit && act("edit", labels.change)}
            {abilities.delete && act("remove", labels.remove)}
          </p>
        ))}
    </article>
  );
}
