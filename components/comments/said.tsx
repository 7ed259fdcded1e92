import { PassageLine } from "@/components/passages/passage-line";
import { City } from "@/components/ui/plate";
import type { FieldName, ThreadComment } from "@/lib/comments/types";
import type { ThreadLabels } from "./labels";
import { Reactions } from "./reactions";
import { SaidVerbs } from "./said-verbs";

interface Props {
  comment: ThreadComment;
  labels: ThreadLabels;
  /** Opens a field on the page; without it the links lead to a page where it stands open. */
  ask?: (what: FieldName) => void;
  /** What stands there instead of the words, and instead of the verbs. */
  editing?: React.ReactNode;
  asking?: React.ReactNode;
}

/** One thing somebody said, or what stays of it. */
export function Said({ comment, labels, ask, editing, asking }: Props) {
  const { id, author, city, hidden, looked, when } = comment;
  if (comment.deleted || !author) {
    return (
      <article className="comment" id={`comment-${id}`}>
        <p className="muted">
          {comment.deleted?.by === "moderator" ? labels.removedByModerator : labels.removedByAuthor}
        </p>
      </article>
    );
  }
  return (
    <article className="comment" id={`comment-${id}`}>
      <header>
        {city ? (
          <City city={city} />
        ) : (
          <a className="plain" href={`/people/${author.id}`}>
            <b>{author.name}</b>
          </a>
        )}
        {comment.isNew && <b className="new">{labels.isNew}</b>}
      </header>
      {comment.passage && <PassageLine passage={comment.passage} id={id} labels={labels.passage} />}
      {editing ?? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by lib/text/markdown when it was written
        <div className="prose" lang={comment.language} dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
      )}
      <p className="muted">
        {city && (
          <>
            <a className="plain" href={`/people/${author.id}`}>
              {author.name}
            </a>
            {", "}
          </>
        )}
        <a className="plain" href={`?comment=${id}#comment-${id}`} aria-label={labels.linkTo.replace("{when}", when)}>
          <time dateTime={comment.createdAt}>{when}</time>
        </a>
        {comment.edited && (
          <>
            {", "}
            <a
              className="plain"
              href={`/comments/${id}/history`}
              aria-label={`${labels.changed}: ${labels.historyOf.replace("{name}", () => author.name)}`}
            >
              {labels.changed}
            </a>
          </>
        )}
      </p>
      {hidden && (
        <p className="note">
          {labels.hiddenReason.replace("{reason}", () => hidden.reason)} {labels.hiddenFor}
        </p>
      )}
      {looked && (
        <p className="note plain">
          {labels.lookedAgain[looked.restored ? "restored" : "kept"].replace("{name}", () => looked.by)}{" "}
          <q dir="auto">{looked.answer}</q>
        </p>
      )}
      <Reactions reactions={comment.reactions} labels={labels} />
      {asking ??
        (editing === undefined && <SaidVerbs comment={comment} name={author.name} labels={labels} ask={ask} />)}
    </article>
  );
}
