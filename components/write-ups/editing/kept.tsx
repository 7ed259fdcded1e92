"use client";

import { useFormState } from "@/components/ui/form";

/**
 * A hidden field that keeps what was sent when the form comes back with a problem. A page made anew would fill in the state
 * of now, and so let the next sending overwrite what somebody else wrote.
 */
export function Kept({ name, value }: { name: string; value: string }) {
  const typed = useFormState().values[name];
  return <input type="hidden" name={name} value={typeof typed === "string" ? typed : value} readOnly />;
}
