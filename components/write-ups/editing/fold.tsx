"use client";

import { useFormState } from "@/components/ui/form";

/** A part that one may open; it stands open when one of its fields has a problem. */
export function Fold({
  summary,
  names,
  open,
  children,
}: {
  summary: string;
  names: string[];
  open?: boolean;
  children: React.ReactNode;
}) {
  const { fields } = useFormState();
  return (
    <details open={open || names.some((name) => name in fields)}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
