"use client";

import { fieldId, useFormState } from "@/components/ui/form";

interface Props {
  name: string;
  legend: string;
  hint?: string;
  errorPrefix: string;
  className?: string;
  /** The legend as a heading of its own. */
  large?: boolean;
  children: React.ReactNode;
}

/** Choices that belong together, with their error above them. */
export function ChoiceGroup({ name, legend, hint, errorPrefix, className = "", large, children }: Props) {
  const { fields } = useFormState();
  const id = fieldId(name);
  const error = fields[name.replace(/\[\]$/, "")];
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset className={`field ${error ? "wrong " : ""}${className}`.trim()} id={id} aria-describedby={describedBy}>
      <legend className={large ? "h2" : undefined}>{legend}</legend>
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
      {children}
    </fieldset>
  );
}
