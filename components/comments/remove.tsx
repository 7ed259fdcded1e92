"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { deleteComment } from "@/lib/comments/actions";
import { Act } from "./act";
import type { ThreadLabels } from "./labels";
import { Refused } from "./use-thread";

interface Props {
  id: string;
  labels: ThreadLabels;
  remove: (form: FormData) => Promise<unknown>;
  keep: () => void;
}

/** Asks once more before a text goes for good. */
export function Remove({ id, labels, remove, keep }: Props) {
  const [state, action] = useActionState(deleteComment, null);
  const [failed, setFailed] = useState<string | null>(null);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  const error = failed ?? (state && !state.ok ? state.message : null);

  async function removeHere(event: React.SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    try {
      await remove(new FormData(event.currentTarget));
    } catch (thrown) {
      setFailed(thrown instanceof Refused ? thrown.result.message : labels.notSent);
    }
  }

  return (
    <form action={action} onSubmit={removeHere} id="remove" className="stack">
      <input type="hidden" name="commentId" value={id} />
      <p>{labels.removeAsk}</p>
      {error && (
        <p className="error" role="alert">
          <span className="vh">{labels.errorPrefix}</span>
          {error}
        </p>
      )}
      <p className="actions">
        <button ref={yes} className="button quiet">
          {labels.removeYes}
        </button>
        <Act href="?#comments" act={keep}>
          {labels.removeNo}
        </Act>
      </p>
    </form>
  );
}
