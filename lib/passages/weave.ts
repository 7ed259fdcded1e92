import { type Block, wordsOf } from "./words";

export interface Mark {
  start: number;
  end: number;
  /** HTML that follows the words that are marked. */
  ref: string;
  /** HTML that stands beside or below the block they end in. */
  note: string;
}

interface Woven {
  marks: Mark[];
  /** HTML at the end of a block, such as a link to say something about it. */
  verb?: (block: Block, words: string) => string;
  /** Puts what stands beside one block together. */
  fold: (notes: string[]) => string;
  /** Where the HTML is to be parted: below the block with this number. */
  part?: number;
}

interface Insertion {
  at: number;
  /** Of several at one place: what ends comes before what begins. */
  order: number;
  html: string;
}

const ENDS = 0;
const FOLLOWS = 1;
const LAST = 2;
const CLOSES = 3;
const PARTS = 4;
const OPENS = 5;
const BEGINS = 6;

/** No text has it: lib/text/input lets no NUL in. */
const PARTING = "\0";

/**
 * A section's HTML with passages marked and what is said about them beside it. Only whole stretches of letters between two
 * tags are marked, so no tag is crossed; the rest of the HTML stays as it is. In two parts where a field is to stand between.
 */
export function weave(html: string, { marks, verb, fold, part }: Woven): string[] {
  const words = wordsOf(html);
  const all: Insertion[] = [];
  for (const [start, end] of joined(marks)) {
    for (const [from, to] of stretches(html, words.from, words.to, start, end)) {
      all.push({ at: from, order: BEGINS, html: '<mark class="passage">' }, { at: to, order: ENDS, html: "</mark>" });
    }
  }
  for (const { end, ref } of marks) {
    const at = words.to[end - 1] ?? html.length;
    const link = words.links.find((one) => one.from < at && at <= one.to);
    all.push({ at: link?.to ?? at, order: FOLLOWS, html: ref });
  }
  const tops = new Map<number, number>();
  for (const block of words.blocks) {
    const notes = marks.filter(({ end }) => end > block.start && end <= block.end).map(({ note }) => note);
    const said = verb?.(block, words.text);
    if (said) all.push({ at: block.inside, order: LAST, html: said });
    if (notes.length > 0 && block.inList) all.push({ at: block.below, order: CLOSES, html: fold(notes) });
    if (notes.length > 0 && !block.inList) {
      if (!tops.has(block.top.from)) all.push({ at: block.top.from, order: OPENS, html: '<div class="spot">' });
      tops.set(block.top.from, block.top.to);
      all.push({ at: block.top.to, order: CLOSES, html: fold(notes) });
    }
  }
  for (const to of tops.values()) all.push({ at: to, order: CLOSES, html: "</div>" });
  const parted = part === undefined ? undefined : words.blocks[part];
  if (parted) all.push({ at: parted.top.to, order: PARTS, html: PARTING });

  all.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = "";
  let from = 0;
  for (const { at, html: piece } of all) {
    out += html.slice(from, at) + piece;
    from = at;
  }
  return (out + html.slice(from)).split(PARTING);
}

/** Ranges that overlap as one. */
function joined(marks: Mark[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}

/** The places in the HTML where the letters of a range stand without a tag between. */
function stretches(html: string, from: Uint32Array, to: Uint32Array, start: number, end: number): [number, number][] {
  const found: [number, number][] = [];
  for (let n = start; n < end; n += 1) {
    const [begin, stop] = [from[n] ?? 0, to[n] ?? 0];
    if (begin === stop) continue;
    const last = found.at(-1);
    if (last && (last[1] >= begin || !html.slice(last[1], begin).includes("<"))) last[1] = stop;
    else found.push([begin, stop]);
  }
  return found.filter(([begin, stop]) => html.slice(begin, stop).trim() !== "");
}
