"use client";

import { useFormState } from "@/components/ui/form";

/** When two people wrote the same section: what the other one saved, as it was typed. */
export function Theirs({ labels, lang }: { labels: { title: string; empty: string; text: string }; lang: string }) {
  const { theirs } = useFormState().values;
  if (typeof theirs !== "string") return null;
  return (
    <div className="note">
      <h2 className="label small">{labels.title}</h2>
      {theirs === "" ? (
        <p>{labels.empty}</p>
      ) : (
        <p className="typed" lang={lang}>
          {theirs}
        </p>
      )}
      <p className="muted">{labels.text}</p>
    </div>
  );
}
