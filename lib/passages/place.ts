import type { Anchor } from "./anchor";
import type { Chain, Run } from "./chains";
import { folded } from "./folded";
import { likeness } from "./likeness";

export interface Place {
  start: number;
  end: number;
  score: number;
  /** Whether it says enough to be no accident. */
  sure: boolean;
}

/** With so much of the quote a place is one, though not a sure one: what is left of it beats a repetition elsewhere. */
const SOME = 0.34;
/** So much of the quote must be there, and more of it where little else tells that this is the place. */
const SHARE = 0.5;
const SHARE_ALONE = 0.75;
/** What stands further off than it did does not count as its surroundings. */
const SHIFT = 40;
/** With so much of its surroundings a quote is where it was. */
const SURROUNDED = 0.5;
/** What is found must be so many letters together with those around: shorter phrases stand in many places. */
const ENOUGH = 88;
/** A long quote that is whole needs nothing around it; nor does one whose whole sentence stands there. */
const LONG = 64;
const WHOLE = 0.9;
const SENTENCE = 32;
const SENTENCE_SCORE = 64;

/** What lies between the pieces of a quote may make it so much longer. */
const TORN = 1.7;

/** A shorter quote stands in many places: with so many letters right at its sides, together with its own, it is itself. */
const SHORT = 36;
const SHORT_LIKE = 0.6;
const SIDE = 4;
const EMBEDDED = 36;
/** A run counts as its side that had so few letters between, even when words were put there. */
const NEXT = 8;
const PUSHED = 120;
const PUSHED_LEAST = 20;

/** Where a chain puts the quote, if it says enough. */
export function placeOf(chain: Chain, anchor: Anchor, words: string): Place | null {
  const from = anchor.before.length;
  const to = from + anchor.quote.length;
  const inside = chain.flatMap((run) => part(run, from, to) ?? []);
  const before = chain.flatMap((run) => part(run, 0, from) ?? []);
  const after = chain.flatMap((run) => part(run, to, to + anchor.after.length) ?? []);
  const pieces = inside.length > 0 ? dense(inside) : between(before, after, anchor, words);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;

  const matched = letters(pieces);
  const near = (run: Run, quoted: Run) => Math.abs(run.to - run.at - (quoted.to - quoted.at)) <= SHIFT;
  const around = letters(before.filter((run) => near(run, first))) + letters(after.filter((run) => near(run, last)));
  const start = begin(first, before.at(-1), anchor, words);
  const end = finish(last, after[0], anchor, words);
  const share = matched / anchor.quote.length;
  const given = (anchor.before + anchor.after).trim().length;
  const surrounded = given > 0 && around / given >= SURROUNDED;
  const many = matched + around >= ENOUGH;
  const inSentence = share >= WHOLE && hasSentence(start, end, anchor, words);
  const told = inSentence || (share >= WHOLE && matched >= LONG) || (share >= SHARE_ALONE && many);
  const whole = inSentence || isEmbedded({ start, end, left: before.at(-1), right: after[0] }, anchor, words);
  const sure = whole && (told || (share >= SHARE && (surrounded || matched >= ENOUGH)));
  return share < SOME ? null : { start, end, sure, score: matched + around + (inSentence ? SENTENCE_SCORE : 0) };
}

/** Whether a short quote stands between the letters that it stood between: alone it would be in many places. */
function isEmbedded(
  place: { start: number; end: number; left?: Run; right?: Run },
  anchor: Anchor,
  words: string,
): boolean {
  const { start, end } = place;
  const { quote, before, after } = anchor;
  if (quote.length >= SHORT) return true;
  if (likeness(folded(words.slice(start, end)), folded(quote)) < SHORT_LIKE) return false;
  const sides = [
    {
      most: before.length,
      same: alike(mirrored(before), mirrored(words.slice(Math.max(0, start - before.length), start))),
      off: pushed(place.left, before.length, start),
    },
    {
      most: after.length,
      same: alike(after, words.slice(end, end + after.length)),
      off: pushed(place.right, before.length + quote.length, end),
    },
  ].map(({ most, same, off }) => ({ whole: same === most, letters: same >= SIDE ? same : Math.max(same, off) }));
  if (sides.every(({ whole }) => whole)) return true;
  const letters = sides.map((side) => side.letters);
  if (sides.every((side) => side.whole || side.letters >= SIDE))
    return quote.length + Math.max(...letters) + Math.min(...letters) >= EMBEDDED;
  return quote.length > SIDE && Math.max(...letters) >= EMBEDDED;
}

const mirrored = (text: string) => folded(text).split("").reverse().join("");

/** With how many of the same letters two texts begin. */
function alike(one: string, other: string): number {
  const [was, is] = [folded(one), folded(other)];
  let length = 0;
  while (length < was.length && length < is.length && was[length] === is[length]) length += 1;
  return length;
}

/** The letters of a run that was next to the quote and still is near it, with something put between. */
function pushed(run: Run | undefined, edge: number, at: number): number {
  if (!run || run.length < PUSHED_LEAST) return 0;
  const behind = run.at < edge;
  const was = behind ? edge - run.at - run.length : run.at - edge;
  const is = behind ? at - run.to - run.length : run.to - at;
  return was <= NEXT && is <= PUSHED ? run.length : 0;
}

/** Whether the sentences that the quote stood in are there, whole and alone. */
function hasSentence(start: number, end: number, { quote, before, after }: Anchor, words: string): boolean {
  const left = /[^.!?:;\n]*$/.exec(before)?.[0].trimStart() ?? "";
  const right = /^[^.!?:;\n]*[.!?:;]?/.exec(after)?.[0].trimEnd() ?? "";
  const was = folded(left + quote + right);
  const from = start - left.length;
  const to = end + right.length;
  if (was.length < SENTENCE || folded(words.slice(Math.max(0, from), to)) !== was) return false;
  return /(^|[.!?:;\n]) *$/.test(words.slice(0, from)) && /^($|[\s.!?:;])/.test(words.slice(to));
}

/** The part of a run that lies in a range of the pattern. */
function part(run: Run, from: number, to: number): Run | null {
  const begin = Math.max(run.at, from);
  const stop = Math.min(run.at + run.length, to);
  return stop > begin ? { at: begin, to: run.to + begin - run.at, length: stop - begin } : null;
}

function letters(runs: Run[]): number {
  return runs.reduce((sum, run) => sum + run.length, 0);
}

/** Of a quote that was torn apart the larger piece: what lies between must not be more than what was meant. */
function dense(pieces: Run[]): Run[] {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last || last.to + last.length - first.to <= letters(pieces) * TORN) return pieces;
  let gap = 0;
  let at = 1;
  for (let n = 1; n < pieces.length; n += 1) {
    const [left, right] = [pieces[n - 1], pieces[n]];
    const size = left && right ? right.to - left.to - left.length : 0;
    if (size > gap) [gap, at] = [size, n];
  }
  const [left, right] = [pieces.slice(0, at), pieces.slice(at)];
  return dense(letters(left) >= letters(right) ? left : right);
}

/** A quote too short, or too changed, to be found by itself: what stands now where it stood. */
function between(before: Run[], after: Run[], { quote, before: ahead }: Anchor, words: string): Run[] {
  const [left, right] = [before.at(-1), after[0]];
  if (!left || !right) return [];
  const gap = { from: left.to + left.length, to: right.to };
  const missing = ahead.length - left.at - left.length + right.at - ahead.length - quote.length;
  if (missing > SHIFT || gap.to - gap.from > quote.length + SHIFT) return [];
  const there = folded(words.slice(gap.from, gap.to));
  const sought = folded(quote);
  const at = there.indexOf(sought);
  const place = { at: ahead.length, to: gap.from + at, length: quote.length };
  if (at >= 0 && there.indexOf(sought, at + 1) < 0) return isWhole(place, words) ? [place] : [];
  const shift = there.length - there.trimStart().length;
  const stood = there.trim();
  const same = likeness(stood, sought) * quote.length;
  if (missing > 2 || stood === "" || same < quote.length * 0.6) return [];
  return [{ at: ahead.length, to: gap.from + shift, length: Math.min(stood.length, quote.length) }];
}

/** Whether a place begins and ends where words do. */
function isWhole({ to, length }: Run, words: string): boolean {
  const cuts = (at: number) => LETTER.test(words.charAt(at - 1)) && LETTER.test(words.charAt(at));
  return !cuts(to) && !cuts(to + length);
}

const LETTER = /[\p{L}\p{N}]/u;

/** The beginning of the first word that is meant: what comes before the first run may have changed a little. */
function begin(first: Run, earlier: Run | undefined, { before, quote }: Anchor, words: string): number {
  const missing = first.at - before.length;
  const floor = earlier ? earlier.to + earlier.length : 0;
  if (missing <= 0 || first.to <= floor) return toWordStart(words, first.to, first.to, first.to + first.length);
  const start = Math.max(floor, first.to - missing);
  const alike = likeness(folded(words.slice(start, first.to)), folded(quote.slice(0, missing))) >= 0.5;
  return toWordStart(words, alike ? start : first.to, floor, first.to + first.length);
}

function finish(last: Run, later: Run | undefined, { before, quote }: Anchor, words: string): number {
  const end = last.to + last.length;
  const missing = before.length + quote.length - last.at - last.length;
  const ceiling = later ? later.to : words.length;
  if (missing <= 0 || end >= ceiling) return toWordEnd(words, end, last.to, end);
  const stop = Math.min(ceiling, end + missing);
  const alike = likeness(folded(words.slice(end, stop)), folded(quote.slice(-missing))) >= 0.5;
  return toWordEnd(words, alike ? stop : end, last.to, ceiling);
}

/** From inside a word to where it begins; a blank at the start is left out. */
function toWordStart(words: string, at: number, floor: number, ceiling: number): number {
  let start = at;
  while (start > floor && LETTER.test(words.charAt(start)) && LETTER.test(words.charAt(start - 1))) start -= 1;
  while (start < ceiling && /\s/.test(words.charAt(start))) start += 1;
  return start;
}

function toWordEnd(words: string, at: number, floor: number, ceiling: number): number {
  let end = at;
  while (end < ceiling && LETTER.test(words.charAt(end)) && LETTER.test(words.charAt(end - 1))) end += 1;
  while (end > floor && /\s/.test(words.charAt(end - 1))) end -= 1;
  return end;
}
