"use client";

import { useState, useSyncExternalStore } from "react";
import { fieldId, useFormState } from "@/components/ui/form";
import { prefersPlain, rememberPlain } from "./preference";
import { useEditorOnDemand } from "./use-editor-on-demand";
import type { RichTextWords } from "./words";

interface Props {
  name: string;
  label: string;
  hint: string;
  defaultValue: string;
  rows: number;
  lang: string;
  /** How many characters of Markdown fit. */
  max: number;
  words: RichTextWords;
  errorPrefix: string;
}

/**
 * A text with headings, lists, links and tables. The form's field is the textarea, which holds Markdown and works alone.
 * When somebody begins to write, the editor is loaded and takes its place; it keeps the textarea in step and says so with
 * an `input` event. A value set from outside with such an event is shown by the editor.
 */
export function RichText({ name, label, hint, defaultValue, rows, lang, max, words, errorPrefix }: Props) {
  const { values, fields } = useFormState();
  const typed = values[name];
  const value = typeof typed === "string" ? typed : defaultValue;
  const error = fields[name];
  const id = fieldId(name);
  const { source, Editor, failed, start, toPlain, listeners } = useEditorOnDemand();
  const [tooLong, setTooLong] = useState(value.length > max);
  const hydrated = useSyncExternalStore(never, yes, no);
  const describedBy = [`${id}-hint`, error && `${id}-error`, tooLong && `${id}-long`].filter(Boolean).join(" ");
  return (
    <div className={error ? "field wrong rich-text" : "field rich-text"}>
      {/* The editor is no control to the browser: a press on the label has to be passed on. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard one goes to the text itself */}
      <label htmlFor={id} id={`${id}-label`} onClick={() => Editor && document.getElementById(id)?.focus()}>
        {label}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {hint} {!Editor && words.plainHint}
      </p>
      {error && (
        <p className="error" id={`${id}-error`}>
          <span className="vh">{errorPrefix}</span>
          {error}
        </p>
      )}
      {Editor && source.current ? (
        <Editor
          source={source.current}
          id={id}
          describedBy={describedBy}
          invalid={error !== undefined}
          lang={lang}
          words={words}
          onPlain={() => {
            rememberPlain(true);
            toPlain();
          }}
        />
      ) : (
        <div className="rich-text-bar">
          {hydrated && (
            <button
              type="button"
              className="link small"
              onClick={() => {
                rememberPlain(false);
                start(true);
              }}
            >
              {words.format}
            </button>
          )}
        </div>
      )}
      <textarea
        ref={source}
        className="input"
        name={name}
        id={Editor ? undefined : id}
        hidden={Editor !== null}
        rows={rows}
        lang={lang}
        dir="auto"
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
        defaultValue={value}
        {...listeners}
        onFocus={() => prefersPlain() || start(false)}
        onInput={(event) => {
          listeners.onInput();
          if (!prefersPlain()) start(false);
          setTooLong(event.currentTarget.value.length > max);
        }}
      />
      <p role="status" className="error" id={`${id}-long`}>
        {tooLong && words.tooLong}
      </p>
      <p role="status" className="hint">
        {failed && words.failed}
      </p>
    </div>
  );
}

const never = () => () => {};
const yes = () => true;
const no = () => false;
