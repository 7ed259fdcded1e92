"use client";

import type { About, OpenField, ThreadComment } from "@/lib/comments/types";
import { Composer } from "./composer";
import type { ThreadLabels } from "./labels";
import { Remove } from "./remove";
import { Said } from "./said";
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
  const said = (one: ThreadComment) => {
    const { id, abilities } = one;
    const asked = open?.id === id ? open.what : null;
    return (
      <Said
        key={id}
        comment={one}
        labels={labels}
        ask={(what) => setOpen({ what, id })}
        editing={
          asked === "edit" && abilities.edit ? (
            <Composer
              kind="edit"
              label={labels.changeLabel}
              submit={labels.saveChange}
              hidden={{ commentId: id }}
              text={one.markdown ?? ""}
              labels={labels}
              send={thread.edit}
              onCancel={() => setOpen(null)}
            />
          ) : undefined
        }
        removing={
          asked === "remove" && abilities.delete ? (
            <Remove id={id} labels={labels} remove={thread.remove} keep={() => setOpen(null)} />
          ) : undefined
        }
      />
    );
  };
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
