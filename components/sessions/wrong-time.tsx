"use client";

import { useFormState } from "@/components/ui/form";

/** What is wrong with a time that was only looked at. Once the form was sent, its fields say so themselves. */
export function WrongTime({ children }: { children: string }) {
  const { fields } = useFormState();
  if (["slot", "date", "time", "zone"].some((name) => name in fields)) return null;
  return <p className="error">{children}</p>;
}
