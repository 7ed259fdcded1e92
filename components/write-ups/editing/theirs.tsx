"use client";

import { useFormState } from "@/components/ui/form";

/** When two people wrote the same section: what the other one saved, as it was typed, and beside it one's own. */
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

interface ClashLabels {
  title: string;
  text: string;
  mine: string;
  theirs: string;
  nothing: string;
  /** What the fields are called, by their name in the write-up. */
  fields: Record<string, string>;
}

/** When two people changed the same fields: both values of each, side by side. */
export function Clashes({ labels, lang }: { labels: ClashLabels; lang: string }) {
  const { values } = useFormState();
  const clashes = clashesIn(values.clashes);
  if (clashes.length === 0) return null;
  const name = typeof values.changedBy === "string" && values.changedBy !== "" ? values.changedBy : labels.theirs;
  const title = (text: string) => text.replaceAll("{name}", name);
  return (
    <div className="note">
      <h2 className="label small">{title(labels.title)}</h2>
      {clashes.map(([entry, field, mine, theirs]) => (
        <dl className="two" key={`${entry} ${field}`}>
          {[
            [labels.mine, mine],
            [name, theirs],
          ].map(([whose, value]) => (
            <div key={whose}>
              <dt className="muted">{[entry.slice(0, 60), labels.fields[field], whose].filter(Boolean).join(" · ")}</dt>
              <dd className="typed" lang={lang}>
                {value || labels.nothing}
              </dd>
            </div>
          ))}
        </dl>
      ))}
      <p className="muted">{title(labels.text)}</p>
    </div>
  );
}

type Clash = [entry: string, field: string, mine: string, theirs: string];

/** The value comes from our own server, but a form may send back anything under its name. */
function clashesIn(value: unknown): Clash[] {
  if (typeof value !== "string") return [];
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? (parsed.filter((one) => Array.isArray(one) && one.length === 4) as Clash[]) : [];
  } catch {
    return [];
  }
}
