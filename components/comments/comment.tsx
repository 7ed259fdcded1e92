"use client";

import { useState } from "react";
import { deleteComment, resolveComment } from "@/lib/comments/actions";
import type { About, FieldName, OpenField, ThreadComment } from "@/lib/comments/types";
import { AskOnceMore } from "./ask-once-more";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import type { ThreadLabels } from "./labels";
import { quoted } from "./quote";
import { React } from "./react";
import { Said } from "./said";
import { Sending } from "./sending";
import type { ThreadVerbs } from "./use-thread";

interface Props {
  comment: ThreadComment;
  about: About;
  open: OpenField;
  setOpen: (open: OpenField) => void;
  /** The comment that the page was asked to show. */
  target: string | null;
  labels: ThreadLabels;
  circle: string;
  language: string;
  formKey: string;
  thread: ThreadVerbs;
}

/** A top-level comment with its answers and, when it is asked for, the field to answer. */
export function Comment({ comment, about, open, setOpen, target, labels, circle, language, formKey, thread }: Props) {
  const waiting = thread.sending.filter((sent) => sent.rootId === comment.id);
  const answers = open?.what === "reply" || open?.what === "quote";
  const answered = answers ? [comment, ...comment.replies].find(({ id }) => id === open.id) : undefined;
  // Whoever resolves it wants it to fold.
  const asked = open?.what === "resolve" ? undefined : open?.id;
  const here = [comment, ...comment.replies].some(({ id }) => id === asked || id === target);
  const [unfolded, setUnfolded] = useState(false);
  const close = () => setOpen(null);
  // What can be typed into is not closed by the link that opened it.
  const again = (what: FieldName) => what === "react" && close();
  const said = (one: ThreadComment) => (
    <Said
      comment={one}
      labels={labels}
      ask={(what) => (open?.what === what && open.id === one.id ? again(what) : setOpen({ what, id: one.id }))}
      editing={
        open?.what === "edit" && open.id === one.id && one.abilities.edit ? (
          <Composer
            kind="edit"
            label={labels.changeLabel}
            submit={labels.saveChange}
            hidden={{ commentId: one.id }}
            about={about}
            parentId={one.id}
            text={one.markdown ?? ""}
            labels={labels}
            send={thread.edit}
            onCancel={close}
          />
        ) : undefined
      }
      asking={open?.id === one.id ? asking(one) : undefined}
    />
  );
  const asking = (one: ThreadComment) => {
    const common = { labels, no: labels.removeNo, keep: close };
    if (open?.what === "react" && one.abilities.react)
      return <React comment={one} labels={labels} react={thread.react} close={close} />;
    if (open?.what === "remove" && one.abilities.delete) {
      return (
        <AskOnceMore
          {...common}
          id="remove"
          action={deleteComment}
          hidden={{ commentId: one.id }}
          question={labels.removeAsk}
          yes={labels.removeYes}
          send={thread.remove}
        />
      );
    }
    if (open?.what !== "resolve" || !one.abilities.resolve) return undefined;
    return (
      <AskOnceMore
        {...common}
        id="resolve"
        action={resolveComment}
        hidden={{ commentId: one.id, resolved: one.resolved ? "no" : "yes" }}
        question={one.resolved ? labels.reopenAsk : labels.resolveAsk}
        yes={one.resolved ? labels.reopen : labels.resolve}
        no={labels.cancel}
        send={thread.resolve}
      />
    );
  };
  return (
    <Conversation
      comment={comment}
      labels={labels}
      said={said}
      open={here || unfolded}
      onToggle={({ newState }) => setUnfolded(newState === "open")}
      more={thread.answers}
      waiting={waiting.map((sent) => (
        <li key={sent.formKey}>
          <Sending sent={sent} me={thread.me} label={labels.sending} />
        </li>
      ))}
      field={
        answered?.abilities.reply &&
        comment.abilities.reply && (
          <Composer
            key={`${open?.what}-${answered.id}`}
            kind="reply"
            id={open?.what}
            label={labels.answerLabel.replace("{name}", () => answered.author?.name ?? "")}
            hint={circle}
            submit={labels.postAnswer}
            hidden={{ ...about, parentId: answered.id }}
            about={about}
            parentId={comment.id}
            text={open?.what === "quote" ? quoted(answered, open.words) : undefined}
            formKey={formKey}
            language={language}
            labels={labels}
            send={(form) => thread.post(form, comment.id, open)}
            onCancel={close}
          />
        )
      }
    />
  );
}
