"use client";

import { useFormState } from "@/components/ui/form";

interface Props {
  /** `title` has "{name}" where the other's name goes; `somebody` stands for it when it is not known. */
  labels: { title: string; somebody: string; empty: string; text: string };
  lang: string;
}

/** When two people wrote the same words of the summary: what the other one kept, beside one's own. */
export function Theirs({ labels, lang }: Props) {
  const { theirs, changedBy } = useFormState().values;
  if (typeof theirs !== "string") return null;
  const name = typeof changedBy === "string" && changedBy !== "" ? changedBy : labels.somebody;
  return (
    <div className="note">
      <h2 className="label small">{labels.title.replaceAll("{name}", name)}</h2>
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
