"use client";

import { fieldId, useFormState } from "@/components/ui/form";

/** One box to tick; what was ticked is kept when something else is wrong. */
export function Check({
  name,
  label,
  checked,
  errorPrefix,
}: {
  name: string;
  label: string;
  checked: boolean;
  errorPrefix: string;
}) {
  const { values, fields } = useFormState();
  const id = fieldId(name);
  const error = fields[name];
  const sent = Object.keys(values).length > 0;
  return (
    <div className={error ? "field wrong" : "field"}>
      {error && (
        <p className="error" id={`${id}-error`}>
          <span className="vh">{errorPrefix}</span>
          {error}
        </p>
      )}
      <label className="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          defaultChecked={sent ? values[name] === "yes" : checked}
        />
        <span>{label}</span>
      </label>
    </div>
  );
}
