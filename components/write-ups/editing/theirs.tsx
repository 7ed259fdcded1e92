"use client";

import { useFormState } from "@/components/ui/form";
import type { Locale } from "@/lib/i18n/locales";
import type { Said, SaidClash } from "@/lib/write-ups/clash-words";

interface TheirsProps {
  labels: { title: string; empty: string; text: string };
  lang: string;
  /** The form keeps what is typed as one types, and this with it: what reads the form must know `theirs`. */
  keeps?: boolean;
}

/** When two people wrote the same: what the other one saved, as it was typed, and beside it one's own. */
export function Theirs({ labels, lang, keeps = false }: TheirsProps) {
  const { theirs } = useFormState().values;
  if (typeof theirs !== "string") return null;
  return (
    <div className="note">
      {keeps && <Shown name="theirs" value={theirs} />}
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
  /** The crises that the form offers, by their value in it, and what one is called that it does not offer. */
  crises: Record<string, string>;
  otherCrisis: string;
}

/** When two people changed the same fields: both answers to each question, side by side. */
export function Clashes({ labels, lang, locale }: { labels: ClashLabels; lang: string; locale: Locale }) {
  const { values } = useFormState();
  const clashes = clashesIn(values.clashes);
  if (clashes.length === 0) return null;
  const { clashes: shown, changedBy } = values;
  const name = typeof values.changedBy === "string" && values.changedBy !== "" ? values.changedBy : labels.theirs;
  const title = (text: string) => text.replaceAll("{name}", name);
  const crisis = (chosen: unknown): Said => ({ [locale]: labels.crises[String(chosen)] ?? labels.otherCrisis });
  return (
    <div className="note">
      {typeof shown === "string" && <Shown name="clashes" value={shown} />}
      {typeof changedBy === "string" && <Shown name="changedBy" value={changedBy} />}
      <h2 className="label small">{title(labels.title)}</h2>
      {clashes.map(({ entry, field, question, mine, theirs }, index) => {
        const asked = [entry.slice(0, 60), said(question, locale)];
        const answers = field === "crisis" ? { mine: crisis(values.crisis), theirs: crisis(theirs) } : { mine, theirs };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be called the same
          <dl className="two" key={index}>
            <Answer of={[...asked, labels.mine]} answer={answers.mine} nothing={labels.nothing} {...{ lang, locale }} />
            <Answer of={[...asked, name]} answer={answers.theirs} nothing={labels.nothing} {...{ lang, locale }} />
          </dl>
        );
      })}
      <p className="muted">{title(labels.text)}</p>
    </div>
  );
}

/** Kept with what is typed: whoever closes the tab here finds the other's words again beside their own. */
function Shown({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} readOnly />;
}

/** What somebody typed is in the language of the text; a date or a term is in the interface's. */
function Answer({
  of,
  answer,
  nothing,
  lang,
  locale,
}: {
  of: string[];
  answer: Said;
  nothing: string;
  lang: string;
  locale: Locale;
}) {
  const words = said(answer, locale);
  return (
    <div>
      <dt className="muted">{of.filter(Boolean).join(" · ")}</dt>
      <dd className="typed" lang={typeof answer === "string" && words !== "" ? lang : undefined}>
        {words || nothing}
      </dd>
    </div>
  );
}

function said(words: Said, locale: Locale): string {
  return typeof words === "string" ? words : (words[locale] ?? "");
}

/** The value comes from our own server, but a form may send back anything under its name. */
function clashesIn(value: unknown): SaidClash[] {
  if (typeof value !== "string") return [];
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed.filter(isClash) : [];
  } catch {
    return [];
  }
}

function isClash(one: unknown): one is SaidClash {
  if (typeof one !== "object" || one === null) return false;
  const { entry, field, question, mine, theirs } = one as Record<string, unknown>;
  return typeof entry === "string" && typeof field === "string" && [question, mine, theirs].every(isSaid);
}

function isSaid(one: unknown): boolean {
  if (typeof one === "string") return true;
  return typeof one === "object" && one !== null && Object.values(one).every((words) => typeof words === "string");
}
