import { mergeText } from "@/lib/write-ups/merge-text";
import { NOTE_MAX } from "./limits";

interface Change {
  /** What the words were made from. */
  base: string;
  /** What was sent before without an answer. */
  maybe?: string | null;
  body: string;
}

/**
 * What a note holds after a change, when `kept` is what it holds now. `aside`: the two do not go together, and the new words
 * need a place of their own. Nothing is ever dropped.
 */
export function mergeNote({ base, maybe, body }: Change, kept: string): { body: string; aside: boolean } {
  // Nothing but blanks at the ends has changed; or what was sent before has arrived after all; or this is the same again.
  if ([base, maybe, body].some((known) => known?.trim() === kept.trim())) return { body, aside: false };
  // All that is kept is in it.
  if (body.startsWith(kept)) return { body, aside: false };
  // An earlier state that came late.
  if (kept.startsWith(body)) return { body: kept, aside: false };
  const { text, clash } = mergeText(base, body, kept);
  return clash || text.length > NOTE_MAX ? { body: kept, aside: true } : { body: text, aside: false };
}
