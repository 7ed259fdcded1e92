"use client";

import { useFormState } from "./form";

/** What is wrong with something that is more than one field, beside it. */
export function FieldError({ name, errorPrefix }: { name: string; errorPrefix: string }) {
  const error = useFormState().fields[name];
  if (!error) return null;
  return (
    <p className="error">
      <span className="vh">{errorPrefix}</span>
      {error}
    </p>
  );
}
