"use client";

import { createContext, startTransition, useActionState, useContext, useEffect, useRef, useState } from "react";
import type { ActionResult } from "@/lib/action/action";

interface FormState {
  values: Record<string, string | string[]>;
  fields: Record<string, string>;
  pending: boolean;
}

const State = createContext<FormState>({ values: {}, fields: {}, pending: false });

/** What the fields of a form share: what was typed, what is wrong, whether it is being sent. */
export function useFormState(): FormState {
  return useContext(State);
}

interface Props {
  action: (state: ActionResult | null, form: FormData) => Promise<ActionResult>;
  /** "There is a problem" and "Error: " in the reader's language. */
  words: { problem: string; prefix: string };
  className?: string;
  id?: string;
  children: React.ReactNode;
}

/**
 * A form that works before hydration and without JavaScript, keeps what was typed when something is wrong, and then says
 * so at its top: the summary takes the focus, repeats each field's words and links to it.
 */
export function Form({ action, words, className, id, children }: Props) {
  const [result, formAction, pending] = useActionState(action, null);
  const summary = useRef<HTMLDivElement>(null);
  const wrong = result && !result.ok ? result : null;
  // A control that React does not own is reset after an action; a new key gives it what was typed as its start.
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (!wrong) return;
    startTransition(() => setRound((before) => before + 1));
    summary.current?.focus();
    const title = document.title;
    document.title = words.prefix + title.replace(words.prefix, "");
    return () => {
      document.title = title;
    };
  }, [wrong, words.prefix]);

  const fields = wrong?.fields ?? {};
  return (
    <State.Provider value={{ values: wrong?.values ?? {}, fields, pending }}>
      <form action={formAction} className={className} id={id} noValidate>
        {wrong && (
          <div className="error-summary over" role="alert" tabIndex={-1} ref={summary}>
            <h2>{words.problem}</h2>
            {Object.keys(fields).length === 0 && <p>{wrong.message}</p>}
            <ul>
              {Object.entries(fields).map(([name, sentence]) => (
                <li key={name}>{name === "form" ? sentence : <a href={`#${fieldId(name)}`}>{sentence}</a>}</li>
              ))}
            </ul>
          </div>
        )}
        <div key={round} className="stack fields">
          {children}
        </div>
      </form>
    </State.Provider>
  );
}

export function fieldId(name: string): string {
  return `field-${name.replace(/\[\]$/, "").replaceAll(".", "-")}`;
}
