"use client";

import { City } from "@/components/ui/plate";
import type { About, OpenField, ThreadComment } from "@/lib/comments/types";
import { Act } from "./act";
import { Composer } from "./composer";
import type { ThreadLabels } from "./labels";
import { Remove } from "./remove";
import { Sending } from "./sending";
import type { ThreadVerbs } from "./use-thread";

interface Props {
  comment: ThreadComment;
  about: About;
  open: OpenField;
  setOpen: (open: OpenField) => void;
  labels: ThreadLabels;
  circle: string;
  language: string;
  formKey: string;
  thread: ThreadVerbs;
}

/** A top-level comment with its answers and, when it is asked for, the field to answer. */
export function Comment({ comment, about, open, setOpen, labels, circle, language, formKey, thread }: Props) {
  const waiting = thread.sending.filter((sent) => sent.rootId === comment.id);
  const answered = open?.what === "reply" ? [comment, ...comment.replies].find(({ id }) => id === open.id) : undefined;
  const said = (one: ThreadComment) => <Said key={one.id} comment={one} {...{ open, setOpen, labels, thread }} />;
  return (
    <>
      {said(comment)}
      {comment.replies.length + waiting.length > 0 && (
        <ol className="thread">
          {comment.replies.map((reply) => (
            <li key={reply.id}>{said(reply)}</li>
          ))}
          {waiting.map((sent) => (
            <li key={sent.formKey}>
              <Sending sent={sent} me={thread.me} label={labels.sending} />
            </li>
          ))}
        </ol>
      )}
      {answered?.abilities.reply && comment.abilities.reply && (
        <Composer
          key={`reply-${answered.id}`}
          kind="reply"
          label={labels.answerLabel.replace("{name}", answered.author?.name ?? "")}
          hint={circle}
          submit={labels.postAnswer}
          hidden={{ ...about, parentId: answered.id }}
          formKey={formKey}
          language={language}
          labels={labels}
          send={(form) => thread.post(form, comment.id)}
          onCancel={() => setOpen(null)}
        />
      )}
    </>
  );
}

/** One thing somebody said, or what stays of it. */
function Said({
  comment,
  open,
  setOpen,
  labels,
  thread,
}: Pick<Props, "comment" | "open" | "setOpen" | "labels" | "thread">) {
  const { id, author, city, abilities } = comment;
  const asked = open?.id === id ? open.what : null;
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
    <Act href={`?${what}=${id}#${what}`} act={() => setOpen({ what, id })}>
      {label}
      <span className="vh"> {labels.ofWhom.replace("{name}", author.name)}</span>
    </Act>
  );
  return (
    <article className="comment" id={`comment-${id}`}>
      <header>{city ? <City city={city} /> : <b>{author.name}</b>}</header>
      {asked === "edit" && abilities.edit ? (
        <Composer
          kind="edit"
          label={labels.changeLabel}
          submit={labels.saveChange}
          hidden={{ commentId: id }}
          text={comment.markdown ?? ""}
          labels={labels}
          send={thread.edit}
          onCancel={() => setOpen(null)}
        />
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by lib/text/markdown when it was written
        <div className="prose" lang={comment.language} dangerouslySetInnerHTML={{ __html: comment.html }} />
      )}
      <p className="muted">
        {city && `${author.name}, `}
        <time dateTime={comment.createdAt}>{comment.when}</time>
        {comment.edited && `, ${labels.changed}`}
      </p>
      {asked === "remove" && abilities.delete ? (
        <Remove id={id} labels={labels} remove={thread.remove} keep={() => setOpen(null)} />
      ) : (
        asked !== "edit" && (
          <p className="acts">
            {abilities.reply && act("reply", labels.answer)}
            {abilities.edit && act("edit", labels.change)}
            {abilities.delete && act("remove", labels.remove)}
          </p>
        )
      )}
    </article>
  );
}
