import type { Anchor } from "./anchor";
import { bestChains } from "./chains";
import { folded } from "./folded";
import { type Place, placeOf } from "./place";

export interface Found {
  start: number;
  end: number;
  /** "near": its words have changed a little. */
  how: "exact" | "near";
}

/** So many letters around an exact quote are enough to take it without looking further. */
const CLOSE = 40;
/** Two places of which the weaker says so much of what the stronger says are in doubt. */
const ALIKE = 0.85;

/**
 * Where a passage stands in a section's words now, or null when it is gone. A comment on the wrong words is worse than one
 * that says its words are gone, so whatever is in doubt counts as gone.
 *
 * The passage is compared together with what stood around it: runs of letters that both texts have, in the same order, make
 * a chain, and the chain with most letters and least between them says where the words went. It counts when half of the
 * quote is in it, when there is enough of it to be no accident, and when no other place says nearly as much.
 */
export function find(anchor: Anchor, words: string): Found | null {
  const { quote, before, after, start } = anchor;
  if (quote === "" || words === "") return null;
  const unmoved = stillThere(anchor, words);
  if (unmoved !== null) return { start: unmoved, end: unmoved + quote.length, how: "exact" };

  const pattern = folded(before + quote + after);
  const asked = { from: before.length, to: before.length + quote.length };
  const chains = bestChains(pattern, folded(words), asked);
  const places = chains.flatMap((chain) => placeOf(chain, anchor, words) ?? []);
  const off = (place: Place) => Math.abs(place.start - start);
  const [best, second] = places.sort((a, b) => b.score - a.score || off(a) - off(b));
  if (!best?.sure || (second && second.score > best.score * ALIKE && off(best) > 0)) return null;
  return { start: best.start, end: best.end, how: words.slice(best.start, best.end) === quote ? "exact" : "near" };
}

/** Where all of it stands with the same words around: the common case, and cheap. */
function stillThere({ quote, before, after, start }: Anchor, words: string): number | null {
  const whole = before + quote + after;
  if (words.startsWith(whole, start - before.length)) return start;
  const at = words.indexOf(whole);
  const alone = at >= 0 && words.indexOf(whole, at + 1) < 0;
  return alone && whole.length >= quote.length + CLOSE ? at + before.length : null;
}
