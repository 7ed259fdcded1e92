/** A letter that knows where it came from, so that a text can be changed and each letter of it followed. */
export interface Letter {
  sign: string;
  /** The place it had at first; null for what somebody added. */
  was: number | null;
  /** A repetition of the letter that had this place. */
  copyOf: number | null;
}

/** Numbers from 0 up to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Random = ReturnType<typeof randomFrom>;

export function tracked(text: string): Letter[] {
  return text.split("").map((sign, was) => ({ sign, was, copyOf: null }));
}

export function written(letters: Letter[]): string {
  return letters.map(({ sign }) => sign).join("");
}

const added = (text: string): Letter[] => text.split("").map((sign) => ({ sign, was: null, copyOf: null }));

interface Given {
  random: Random;
  /** A place near which the edit is to be. */
  near: number;
  /** Words of another text, to put in. */
  other: string;
}
type Edit = (letters: Letter[], given: Given) => Letter[];

const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const int = (random: Random, from: number, to: number) => from + Math.floor(random() * (to - from + 1));

function bounds(letters: Letter[], near: number, stop: RegExp): [number, number] {
  const at = Math.min(Math.max(near, 0), Math.max(0, letters.length - 1));
  let [from, to] = [at, at];
  while (from > 0 && !stop.test(letters[from - 1]?.sign ?? "")) from -= 1;
  while (to < letters.length && !stop.test(letters[to]?.sign ?? "")) to += 1;
  return [from, to];
}
const word = (letters: Letter[], near: number) => bounds(letters, near, /\s/);
const paragraph = (letters: Letter[], near: number) => bounds(letters, near, /\n/);
function sentence(letters: Letter[], near: number): [number, number] {
  const [from, to] = bounds(letters, near, /[.!?\n]/);
  return [from, Math.min(letters.length, letters[to]?.sign === "\n" ? to : to + 1)];
}

function words(letters: Letter[], near: number, count: number): [number, number] {
  const [from, first] = word(letters, near);
  let to = first;
  for (let n = 1; n < count && to + 1 < letters.length; n += 1) to = word(letters, to + 1)[1];
  return [from, to];
}

const put = (letters: Letter[], from: number, to: number, what: Letter[]) => [
  ...letters.slice(0, from),
  ...what,
  ...letters.slice(to),
];

function someOf(other: string, random: Random, stop: RegExp, count: number): string {
  const parts = other.split(stop).filter((part) => part.trim());
  const at = int(random, 0, Math.max(0, parts.length - count));
  return parts.slice(at, at + count).join(" ");
}
const newWords = ({ other, random }: Given) => someOf(other, random, /\s/, int(random, 1, 6));
const newSentence = ({ other, random }: Given) => `${someOf(other, random, /[.!?\n]/, 1).trim()}.`;

/** Somewhere that is not next to a range: at the end of another sentence. */
function elsewhere(letters: Letter[], [from, to]: [number, number], random: Random): number | null {
  for (let n = 0; n < 20; n += 1) {
    const at = sentence(letters, int(random, 0, letters.length - 1))[1];
    if (at < from - 150 || at > to + 150) return at;
  }
  return null;
}

export const EDITS: Record<string, Edit> = {
  insertWords(letters, given) {
    const [, to] = word(letters, given.near);
    return put(letters, to, to, added(` ${newWords(given)}`));
  },
  insertSentence(letters, given) {
    const [, to] = sentence(letters, given.near);
    return put(letters, to, to, added(` ${newSentence(given)}`));
  },
  insertParagraph(letters, given) {
    const [, to] = paragraph(letters, given.near);
    return put(letters, to, to, added(`\n${newSentence(given)} ${newSentence(given)}`));
  },
  deleteWords(letters, { near, random }) {
    const [from, to] = words(letters, near, int(random, 1, 5));
    return put(letters, from, to + 1, []);
  },
  deleteSentence(letters, { near }) {
    return put(letters, ...sentence(letters, near), []);
  },
  deleteParagraph(letters, { near }) {
    const [from, to] = paragraph(letters, near);
    return put(letters, from, to + 1, []);
  },
  replaceWords(letters, given) {
    const range = words(letters, given.near, int(given.random, 1, 4));
    return put(letters, ...range, added(newWords(given)));
  },
  replaceSentence(letters, given) {
    return put(letters, ...sentence(letters, given.near), added(` ${newSentence(given)}`));
  },
  splitParagraph(letters, { near }) {
    const [, to] = word(letters, near);
    return put(letters, to, to + 1, added("\n"));
  },
  joinParagraphs(letters, { near }) {
    const [, to] = paragraph(letters, near);
    return to < letters.length ? put(letters, to, to + 1, added(" ")) : letters;
  },
  moveSentence(letters, { near, random }) {
    const range = sentence(letters, near);
    const to = elsewhere(letters, range, random);
    return to === null ? letters : moved(letters, range, to);
  },
  moveParagraph(letters, { near, random }) {
    const [from, end] = paragraph(letters, near);
    const [, to] = paragraph(letters, int(random, 0, letters.length - 1));
    return to >= from && to <= end ? letters : moved(letters, [Math.max(0, from - 1), end], to);
  },
  swapHalves(letters, { near }) {
    const [from] = paragraph(letters, near);
    if (from === 0) return letters;
    return [...letters.slice(from), ...added("\n"), ...letters.slice(0, from - 1)];
  },
  duplicateSentence(letters, { near, random }) {
    const range = sentence(letters, near);
    const to = elsewhere(letters, range, random);
    if (to === null) return letters;
    const copy = letters.slice(...range).map(({ sign, was, copyOf }) => ({ sign, was: null, copyOf: was ?? copyOf }));
    return put(letters, to, to, [...added(" "), ...copy]);
  },
  typo(letters, { near, random }) {
    const [from, to] = word(letters, near);
    const at = int(random, from, Math.max(from, to - 1));
    const kind = pick(random, ["swap", "drop", "double", "change"]);
    const [one, two] = [letters[at], letters[at + 1]];
    if (!one) return letters;
    if (kind === "swap" && two) return put(letters, at, at + 2, [two, one]);
    if (kind === "drop") return put(letters, at, at + 1, []);
    return put(letters, at, kind === "change" ? at + 1 : at, added(pick(random, "aeiounrst".split(""))));
  },
  letterSize(letters, { near, random }) {
    const [from, to] = random() < 0.5 ? word(letters, near) : sentence(letters, near);
    const change = (sign: string) => (sign.toUpperCase() === sign ? sign.toLowerCase() : sign.toUpperCase());
    const same = letters.slice(from, to).map((letter) => {
      const sign = change(letter.sign);
      return sign.length === 1 ? { ...letter, sign } : letter;
    });
    return put(letters, from, to, same);
  },
  punctuation(letters, { near, random }) {
    const [, to] = word(letters, near);
    const mark = letters[to - 1]?.sign ?? "";
    return /[.,;:]/.test(mark)
      ? put(letters, to - 1, to, added(pick(random, ["", ";", ",", " –"])))
      : put(letters, to, to, added(","));
  },
};

function moved(letters: Letter[], [from, to]: [number, number], target: number): Letter[] {
  const part = letters.slice(from, to);
  return target > to
    ? [...letters.slice(0, from), ...letters.slice(to, target), ...part, ...letters.slice(target)]
    : [...letters.slice(0, target), ...part, ...letters.slice(target, from), ...letters.slice(to)];
}
