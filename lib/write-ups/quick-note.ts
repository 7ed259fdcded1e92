import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { renderMarkdown } from "@/lib/text/markdown";
import type { Document, SectionKey } from "./document";
import { emptyDocument } from "./empty-document";
import { CARD_MAX } from "./limits";
import { startWith } from "./mutations";
import type { QuickNoteInput } from "./schema";

/** A case of three lines, written in the middle of it. It can be shared at once and completed later. */
export function startQuickNote(actor: Actor, input: QuickNoteInput): Promise<{ id: string }> {
  return startWith(actor, { ...input, kind: "case" }, documentOf(input), true);
}

type Lines = Pick<QuickNoteInput, "title" | "happens" | "doing" | "need">;

/** Each line stands where the case in full has its place for it; together they are the card. */
export function documentOf({ title, happens, doing, need }: Lines): Document {
  const words: Partial<Record<SectionKey, string>> = {
    trigger: happens,
    "what-is-done": doing,
    "corrective-actions": need,
  };
  const document = emptyDocument("case", title, cardOf([happens, doing, need]));
  const sections = document.sections.map((section) => {
    const markdown = words[section.key] ?? "";
    return { ...section, markdown, html: renderMarkdown(markdown) };
  });
  return { ...document, sections };
}

/** The lines as one; when they are too long for a card, as many whole words as fit. */
function cardOf(lines: string[]): string {
  const text = lines
    .filter(Boolean)
    .map((line) => line.replace(/\s+/g, " "))
    .map((line) => (/[.!?…]$/.test(line) ? line : `${line}.`))
    .join(" ");
  if (text.length <= CARD_MAX) return text;
  const start = text.slice(0, CARD_MAX - 1);
  const cut = start.includes(" ") ? start.slice(0, start.lastIndexOf(" ")) : start;
  return `${cut.replace(/[\ud800-\udbff]$/, "").replace(/[\s.,;:]+$/, "")}…`;
}
