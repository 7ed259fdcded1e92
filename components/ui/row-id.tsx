"use client";

import { useFormState } from "./form";

/**
 * The entry that a row shows. A text field that nobody sees, not a hidden one: its value goes along when two rows change
 * places, and React would set the value of a hidden field back.
 */
export function RowId({ name, value }: { name: string; value: string }) {
  const typed = useFormState().values[name];
  return <input type="text" hidden name={name} defaultValue={typeof typed === "string" ? typed : value} />;
}
