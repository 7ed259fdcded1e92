"use client";

import {
  createContext,
  startTransition,
  useActionState,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { ActionResult } from "@/lib/action/action";
import { useAnswered } from "./unanswered";

type Values = Record<string, string | string[]>;

interface FormState {
  values: Values;
  fields: Record<string, string>;
  pending: boolean;
  /** Puts other values into the fields, as if they had been typed. */
  fill: (values: Values) => void;
}

const State = createContext<FormState>({ values: {}, fields: {}, pending: false, fill: () => {} });

/** What the fields of a form share: what was typed, what is wrong, whether it is being sent. */
export function useFormState(): FormState {
  return useContext(State);
}

interface Props {
  action: (state: ActionResult | null, form: FormData) => Promise<ActionResult>;
  /** "There is a problem" and "Error: " in the reader's language; and what to say of more than can be sent at once. */
  words: { problem: string; prefix: string; tooLarge?: string };
  className?: string;
  id?: string;
  /** What stands above the fields, and below them: it stays when the fields are made anew. */
  before?: React.ReactNode;
  after?: React.ReactNode;
  children: React.ReactNode;
}

/** What the server takes at once is 6 MB; a part of it is for the names of the fields. */
const SENT_MAX = 5.5 * 1024 * 1024;

/**
 * A form that works before hydration and without JavaScript, keeps what was typed when something is wrong, and then says
 * so at its top: the summary takes the focus, repeats each field's words and links to it. More than the server takes is not
 * sent at all: the answer would be a page without a form, and the words gone.
 */
export function Form({ action, words, className, id, before, after, children }: Props) {
  const [result, formAction, pending] = useActionState(useAnswered(action), null);
  const summary = useRef<HTMLDivElement>(null);
  const wrong = result && !result.ok ? result : null;
  const [refused, setRefused] = useState(0);
  const told = refused > 0 ? { fields: {}, message: words.tooLarge } : wrong;
  // A control that React does not own is reset after an action; a new key gives it what was typed as its start.
  const [round, setRound] = useState(0);
  const [filled, setFilled] = useState<{ values: Values; after: ActionResult | null } | null>(null);
  const writing = useRef<string | null>(null);
  const fill = useCallback(
    (values: Values) => {
      writing.current = document.activeElement?.id || null;
      setFilled({ values, after: result });
      setRound((before) => before + 1);
    },
    [result],
  );

  // Whoever had begun to write in a field that is made anew goes on there.
  useLayoutEffect(() => {
    if (round > 0 && document.activeElement === document.body && writing.current)
      document.getElementById(writing.current)?.focus();
    writing.current = null;
  }, [round]);

  useEffect(() => {
    if (wrong) startTransition(() => setRound((before) => before + 1));
  }, [wrong]);

  useEffect(() => {
    if (!wrong && refused === 0) return;
    summary.current?.focus();
    // A page that changes beneath the form is given its title anew: it is marked again then.
    const mark = () => {
      const { title } = document;
      if (title && !title.startsWith(words.prefix)) document.title = words.prefix + title;
    };
    const watch = new MutationObserver(mark);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    mark();
    return () => {
      watch.disconnect();
      const { title } = document;
      if (title.startsWith(words.prefix)) document.title = title.slice(words.prefix.length);
    };
  }, [wrong, refused, words.prefix]);

  // Before anybody else hears of the sending: what listens to it would wait for an answer.
  function holdBack(event: React.SubmitEvent<HTMLFormElement>) {
    const tooLarge = words.tooLarge !== undefined && sizeOf(event.currentTarget, result) > SENT_MAX;
    setRefused((before) => (tooLarge ? before + 1 : 0));
    if (!tooLarge) return;
    event.preventDefault();
    event.stopPropagation();
  }

  const fields = wrong?.fields ?? {};
  const values = filled?.after === result ? filled.values : (wrong?.values ?? {});
  return (
    <State.Provider value={{ values, fields, pending, fill }}>
      <form action={formAction} className={className} id={id} noValidate onSubmitCapture={holdBack}>
        {told && (
          <div className="error-summary over" role="alert" tabIndex={-1} ref={summary}>
            <h2>{words.problem}</h2>
            {Object.keys(told.fields).length === 0 && <p>{told.message}</p>}
            <ul>
              {Object.entries(told.fields).map(([name, sentence]) => (
                <li key={name}>{name === "form" ? sentence : <a href={`#${fieldId(name)}`}>{sentence}</a>}</li>
              ))}
            </ul>
          </div>
        )}
        {before}
        <div key={round} className="stack fields">
          {children}
        </div>
        {after}
      </form>
    </State.Provider>
  );
}

/** In bytes: what is typed, and the answer before, which goes along. */
function sizeOf(form: HTMLFormElement, answer: ActionResult | null): number {
  return new Blob([...[...new FormData(form)].flat(), JSON.stringify(answer)]).size;
}

export function fieldId(name: string): string {
  return `field-${name.replace(/\[\]$/, "").replaceAll(".", "-")}`;
}
