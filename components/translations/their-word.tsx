"use client";

import { useFormState } from "@/components/ui/form";

/** When two people translated the same words: what the other one saved. */
export function TheirWord({ word, label, lang }: { word: string; label: string; lang: string }) {
  const theirs = useFormState().values[`theirs.${word}`];
  if (typeof theirs !== "string") return null;
  return (
    <div className="note">
      {/* Kept with what is typed: whoever closes the tab here finds it again beside their own. */}
      <input type="hidden" name={`theirs.${word}`} value={theirs} readOnly />
      <p>{label}</p>
      <p className="typed" lang={lang}>
        {theirs}
      </p>
    </div>
  );
}
