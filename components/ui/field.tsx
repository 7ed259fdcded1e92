"use client";

import { fieldId, useFormState } from "./form";

interface Common {
  name: string;
  label: string;
  hint?: string;
  /** "optional", in the reader's language, when the field may stay empty. */
  optional?: string;
  /** The word before an error for those who listen: "Error: ". */
  errorPrefix?: string;
}

interface FieldProps extends Common {
  defaultValue?: string;
  rows?: number;
  type?: "text" | "email" | "search" | "url" | "date" | "time" | "number";
  short?: boolean;
  inputMode?: "numeric" | "text";
  autoComplete?: string;
  maxLength?: number;
  lang?: string;
  /** The id of a datalist with words to choose from. */
  list?: string;
}

function useField({ name, hint }: Common) {
  const { values, fields } = useFormState();
  const id = fieldId(name);
  const error = fields[name.replace(/\[\]$/, "")];
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return { id, error, describedBy, typed: values[name] };
}

function Label({ id, label, optional }: { id?: string; label: string; optional?: string }) {
  return (
    <label htmlFor={id}>
      {label}
      {optional && <span className="muted"> ({optional})</span>}
    </label>
  );
}

function Notes({
  id,
  hint,
  error,
  errorPrefix = "",
}: {
  id: string;
  hint?: string;
  error?: string;
  errorPrefix?: string;
}) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <span className="vh">{errorPrefix}</span>
          {error}
        </p>
      )}
    </>
  );
}

/** Label, hint, error, control: one line of text, or several with `rows`. */
export function Field({
  defaultValue = "",
  rows,
  short,
  type = "text",
  label,
  hint,
  optional,
  errorPrefix,
  ...rest
}: FieldProps) {
  const { id, error, describedBy, typed } = useField({ name: rest.name, label, hint });
  const control = {
    ...rest,
    id,
    className: short ? "input short" : "input",
    "aria-describedby": describedBy,
    "aria-invalid": error ? true : undefined,
    defaultValue: typeof typed === "string" ? typed : defaultValue,
  };
  return (
    <div className={error ? "field wrong" : "field"}>
      <Label id={id} label={label} optional={optional} />
      <Notes id={id} hint={hint} error={error} errorPrefix={errorPrefix} />
      {rows ? <textarea {...control} rows={rows} /> : <input {...control} type={type} />}
    </div>
  );
}

export interface Option {
  value: string;
  label: string;
  hint?: string;
  lang?: string;
}

/** A choice in sight may stand beside a plate. */
type Choice = Omit<Option, "label"> & { label: React.ReactNode };

/** One of many, in a list that drops down. */
export function Select({
  options,
  defaultValue = "",
  label,
  hint,
  optional,
  errorPrefix,
  name,
}: Common & { options: Option[]; defaultValue?: string }) {
  const { id, error, describedBy, typed } = useField({ name, label, hint });
  return (
    <div className={error ? "field wrong" : "field"}>
      <Label id={id} label={label} optional={optional} />
      <Notes id={id} hint={hint} error={error} errorPrefix={errorPrefix} />
      <select
        className="input short"
        id={id}
        name={name}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
        defaultValue={typeof typed === "string" ? typed : defaultValue}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/**
 * Some of a few (`multiple`), or one of a few: all choices in sight, below each other when their words are `long`. A name for
 * several ends in "[]".
 */
export function Choices({
  options,
  defaultValue = [],
  multiple = false,
  long = false,
  label,
  hint,
  optional,
  errorPrefix,
  name,
}: Common & { options: Choice[]; defaultValue?: string[]; multiple?: boolean; long?: boolean }) {
  const { id, error, describedBy, typed } = useField({ name, label, hint });
  const chosen = typed === undefined ? defaultValue : [typed].flat();
  return (
    <fieldset className={error ? "field wrong" : "field"} id={id} aria-describedby={describedBy}>
      <legend>
        {label}
        {optional && <span className="muted"> ({optional})</span>}
      </legend>
      <Notes id={id} hint={hint} error={error} errorPrefix={errorPrefix} />
      <div className={long ? "pick long" : "pick"}>
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type={multiple ? "checkbox" : "radio"}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span lang={option.lang}>
              {option.label}
              {option.hint && <span className="hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
