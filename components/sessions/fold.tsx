"use client";

import { useFormState } from "@/components/ui/form";

interface Props {
  summary: string;
  /** The fields inside: one of them with an error opens the fold. */
  names: readonly string[];
  open?: boolean;
  children: React.ReactNode;
}

/** Fields that can stay as they are, out of sight until somebody wants them. */
export function Fold({ summary, names, open = false, children }: Props) {
  const { fields } = useFormState();
  return (
    <details open={open || names.some((name) => name in fields)}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
