"use client";

import { useFormState } from "./form";

/** Sends the form. Stays pressable: the server makes sure that sending twice counts once. */
export function Submit({
  children,
  quiet,
  big,
  name,
  value,
}: {
  children: React.ReactNode;
  quiet?: boolean;
  big?: boolean;
  name?: string;
  value?: string;
}) {
  const { pending } = useFormState();
  return (
    <button
      className={`button${quiet ? " quiet" : ""}${big ? " big" : ""}`}
      aria-busy={pending || undefined}
      name={name}
      value={value}
    >
      {children}
    </button>
  );
}
