import { FORMATS, type Format, type Lead } from "./format-list";
import type { FormatStep } from "./types";

export interface AgendaStep extends FormatStep {
  lead: Lead;
}

const HOST = { en: "the host city", it: "la città ospitante" };
type Worded = keyof typeof HOST;

export function formatOf(id: string): Format | null {
  return FORMATS.find((format) => format.id === id) ?? null;
}

/** What people call a format: one of ours, the cohort's `own` name for it, else the id stands for itself. */
export function formatName(id: string, locale: Worded, own?: string | null): string {
  return formatOf(id)?.name[locale] ?? own ?? id;
}

/**
 * The steps of a format, stretched or shortened to `minutes` so that they still sum to it. Texts are in Italian for a
 * session in Italian, else in English.
 */
export function agendaOf(format: Format, minutes: number, language: string, host: string | null): AgendaStep[] {
  const worded: Worded = language === "it" ? "it" : "en";
  const lengths = scale(
    format.steps.map(([length]) => length),
    minutes,
  );
  return format.steps.map(([, lead, output, en, it], index) => ({
    title: opening({ en, it }[worded].replaceAll("{host}", host ?? HOST[worded])),
    minutes: lengths[index] ?? 1,
    lead,
    output,
  }));
}

/** Shares of `total` in the given proportions, in whole minutes, none below one; the largest remainders round up. */
export function scale(parts: readonly number[], total: number): number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  if (total < parts.length) throw new RangeError(`${parts.length} steps need at least as many minutes`);
  const exact = parts.map((part) => (part * total) / sum);
  const whole = exact.map((share) => Math.max(1, Math.floor(share)));
  const rest = () => total - whole.reduce((all, part) => all + part, 0);
  const byNeed = exact.map((share, index) => ({ index, need: share - Math.floor(share) }));
  byNeed.sort((a, b) => b.need - a.need || a.index - b.index);
  for (const { index } of byNeed) if (rest() > 0) whole[index] = (whole[index] ?? 0) + 1;
  // Steps that were lifted to one minute take it back from the longest.
  while (rest() < 0) {
    const longest = whole.indexOf(Math.max(...whole));
    whole[longest] = (whole[longest] ?? 0) - 1;
  }
  return whole;
}

function opening(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
