"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/action/action";
import type { ThreadComment } from "@/lib/comments/types";
import { Act } from "./act";
import type { ThreadLabels } from "./labels";
import { sentenceOf } from "./use-thread";

interface Props {
  /** Where the page's address leads. */
  id: string;
  action: (state: ActionResult<ThreadComment> | null, form: FormData) => Promise<ActionResult<ThreadComment>>;
  hidden: Record<string, string>;
  question: string;
  yes: string;
  no: string;
  labels: ThreadLabels;
  /** Does it without leaving the page; throws when it failed. */
  send: (form: FormData) => Promise<unknown>;
  keep: () => void;
}

/** Asks once more before something is done to a comment. */
export function AskOnceMore({ id, action: plain, hidden, question, yes, no, labels, send, keep }: Props) {
  const [state, action] = useActionState(plain, null);
  const [failed, setFailed] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const error = failed ?? (state && !state.ok ? state.message : null);

  async function sendHere(event: React.SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    try {
      await send(new FormData(event.currentTarget));
    } catch (thrown) {
      setFailed(sentenceOf(thrown, labels));
    }
  }

  return (
    <form action={action} onSubmit={sendHere} id={id} className="stack">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p>{question}</p>
      {error && (
        <p className="error" role="alert">
          <span className="vh">{labels.errorPrefix}</span>
          {error}
        </p>
      )}
      <p className="actions">
        <button ref={button} className="button quiet">
          {yes}
        </button>
        <Act href="?#comments" act={keep}>
          {no}
        </Act>
      </p>
    </form>
  );
}
