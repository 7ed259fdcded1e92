"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { reactToComment } from "@/lib/comments/actions";
import { REACTIONS } from "@/lib/comments/limits";
import type { ThreadComment } from "@/lib/comments/types";
import { Act } from "./act";
import type { ThreadLabels } from "./labels";
import { sentenceOf } from "./use-thread";

interface Props {
  comment: ThreadComment;
  labels: ThreadLabels;
  react: (form: FormData) => Promise<unknown>;
  close: () => void;
}

/** What one can say to a comment without words: each is a button that says it, or takes it back. */
export function React({ comment, labels, react, close }: Props) {
  const [state, action] = useActionState(reactToComment, null);
  const [failed, setFailed] = useState<string | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const error = failed ?? (state && !state.ok ? state.message : null);
  const mine = new Set(comment.reactions.filter((one) => one.mine).map(({ reaction }) => reaction));

  async function reactHere(event: React.SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setFailed(null);
    try {
      await react(new FormData(event.currentTarget));
    } catch (thrown) {
      setFailed(sentenceOf(thrown, labels));
    }
  }

  return (
    <fieldset className="react" id="react">
      <legend className="vh">{labels.reactTo.replace("{name}", () => comment.author?.name ?? "")}</legend>
      {error && (
        <p className="error" role="alert">
          <span className="vh">{labels.errorPrefix}</span>
          {error}
        </p>
      )}
      <div className="acts">
        {REACTIONS.map((reaction, n) => (
          <form key={reaction} action={action} onSubmit={reactHere}>
            <input type="hidden" name="commentId" value={comment.id} />
            <input type="hidden" name="reaction" value={reaction} />
            <input type="hidden" name="on" value={mine.has(reaction) ? "no" : "yes"} />
            <button ref={n === 0 ? first : undefined} className="chip" aria-pressed={mine.has(reaction)}>
              {labels.reaction[reaction]}
            </button>
          </form>
        ))}
        <Act href={`?comment=${comment.id}#comment-${comment.id}`} act={close}>
          {labels.cancel}
        </Act>
      </div>
    </fieldset>
  );
}
