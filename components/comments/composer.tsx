"use client";

import { lazy, Suspense, useActionState, useEffect, useId, useRef, useState } from "react";
import { editComment, postComment } from "@/lib/comments/actions";
import { newFormKey } from "@/lib/comments/client";
import { COMMENT_MAX, COMMENT_MIN } from "@/lib/comments/limits";
import type { About } from "@/lib/comments/types";
import { CONTENT_LANGUAGES } from "@/lib/i18n/locales";
import { Act } from "./act";
import type { ThreadLabels } from "./labels";
import { sentenceOf } from "./use-thread";

/** Loaded when somebody types the first "@". */
const Suggestions = lazy(async () => ({ default: (await import("./suggestions")).Suggestions }));
const CALLS = /(^|[^\p{L}\p{N}_@.+-])@[^@\n]{0,40}$/u;

interface Props {
  kind: "post" | "reply" | "edit";
  /** The form's id, where it is not its kind. */
  id?: string;
  label: string;
  hint?: string;
  submit: string;
  hidden: Record<string, string>;
  /** Where it is said: who can be called there. */
  about: About;
  parentId?: string;
  /** Whether only the city will read it, whatever else is read there. */
  inside?: boolean;
  labels: ThreadLabels;
  /** Sends it without leaving the page; throws when it failed. */
  send: (form: FormData) => Promise<unknown>;
  formKey?: string;
  /** What stands in the field from the start. */
  text?: string;
  language?: string;
  onCancel?: () => void;
}

/** A field for a comment. It empties when it is sent; when that fails the text is in it again, with a reason. */
export function Composer({
  kind,
  id: formId = kind === "post" ? "write" : kind,
  label,
  hint,
  submit,
  hidden,
  about,
  parentId,
  inside,
  labels,
  send,
  formKey,
  text = "",
  language,
  onCancel,
}: Props) {
  const [state, action] = useActionState(kind === "edit" ? editComment : postComment, null);
  const came = state && !state.ok ? state : null;
  const [failed, setFailed] = useState<string | null>(null);
  /** Whether it was sent, and did not arrive. */
  const [lost, setLost] = useState(false);
  const [busy, setBusy] = useState(false);
  const [calling, setCalling] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const key = useRef<{ value: string | null; text: string | null }>({ value: null, text: null });
  const id = useId();
  /** What the answer puts into a hidden field, such as no passage where the words are not there any more. */
  const sentAgain = (name: string) => (typeof came?.values[name] === "string" ? came.values[name] : undefined);
  const error = failed ?? came?.fields.markdown ?? came?.message;

  useEffect(() => {
    const area = field.current;
    if (!area || (kind === "post" && !came)) return;
    area.focus({ preventScroll: kind === "post" });
    area.setSelectionRange(area.value.length, area.value.length);
  }, [kind, came]);

  async function submitHere(event: React.SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const area = field.current;
    if (!area || (busy && kind !== "post")) return;
    const typed = area.value;
    const wrong = wrongWith(typed, labels);
    if (wrong) {
      setLost(false);
      setFailed(wrong);
      area.focus();
      return;
    }
    const form = new FormData(event.currentTarget);
    if (kind !== "edit") form.set("formKey", keyFor(typed));
    setFailed(null);
    setBusy(true);
    if (kind === "post") area.value = "";
    try {
      await send(form);
      key.current = { value: newFormKey(), text: null };
    } catch (thrown) {
      setLost(true);
      setFailed(sentenceOf(thrown, labels));
      if (kind === "post") area.value = area.value ? `${typed}\n\n${area.value}` : typed;
    } finally {
      setBusy(false);
    }
  }

  /** The same text sent again is the same comment, in case only the answer was lost; another text is another. */
  function keyFor(typed: string): string {
    const { value, text: before } = key.current;
    const next = value === null || (before !== null && before !== typed) ? newFormKey() : value;
    key.current = { value: next, text: typed };
    return next;
  }

  return (
    <form
      action={action}
      onSubmit={submitHere}
      className="composer stack"
      id={formId}
      hidden={busy && kind === "reply"}
      aria-busy={busy || undefined}
      noValidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={sentAgain(name) ?? value} />
      ))}
      {formKey && <input type="hidden" name="formKey" value={formKey} />}
      <div className={error ? "field wrong" : "field"}>
        <label htmlFor={id}>{label}</label>
        <p className="hint" id={`${id}-hint`}>
          {hint} {labels.callHint}
        </p>
        {error && (
          <p className="error" id={`${id}-error`} role="alert">
            <span className="vh">{labels.errorPrefix}</span>
            {error}
          </p>
        )}
        <textarea
          ref={field}
          className="input"
          id={id}
          name="markdown"
          rows={text ? 6 : kind === "post" ? 4 : 3}
          dir="auto"
          onInput={({ currentTarget: { value, selectionStart } }) =>
            !calling && CALLS.test(value.slice(0, selectionStart)) && setCalling(true)
          }
          defaultValue={typeof came?.values.markdown === "string" ? came.values.markdown : text}
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={error ? true : undefined}
        />
        {calling && (
          <Suspense>
            <Suggestions field={field} about={about} parentId={parentId} inside={inside} labels={labels} />
          </Suspense>
        )}
      </div>
      <div className="foot">
        {language && (
          <div className="field">
            <label htmlFor={`${id}-language`}>{labels.language}</label>
            <select
              className="input"
              id={`${id}-language`}
              name="language"
              defaultValue={typeof came?.values.language === "string" ? came.values.language : language}
            >
              {Object.entries(CONTENT_LANGUAGES).map(([tag, name]) => (
                <option key={tag} value={tag} lang={tag}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <button className={kind === "post" ? "button" : "button quiet"}>
          {failed && lost ? labels.again : submit}
        </button>
        {onCancel && (
          <Act href="?#comments" act={onCancel}>
            {labels.cancel}
          </Act>
        )}
      </div>
    </form>
  );
}

function wrongWith(typed: string, labels: ThreadLabels): string | null {
  const { length } = typed.trim();
  if (length < COMMENT_MIN) return labels.errorEmpty;
  return length > COMMENT_MAX ? labels.errorTooLong.replace("{n}", String(length)) : null;
}
