import { describe, expect, it } from "vitest";
import { type Anchor, anchorFrom } from "./anchor";
import { find } from "./find";
import { demoTexts } from "./testing/texts";
import { EDITS, type Letter, type Random, randomFrom, tracked, written } from "./testing/tracked";

const CASES = 2_000;
/** Shorter ones stand in many places, and are given up sooner. */
const PHRASE = 12;
const NAMES = Object.keys(EDITS);
const int = (random: Random, from: number, to: number) => from + Math.floor(random() * (to - from + 1));

interface Case {
  seed: number;
  edits: string[];
  anchor: Anchor;
  before: string;
  letters: Letter[];
  after: string;
}

/** A real text, a passage of one to two hundred words in it, and one to six edits in it, around it or far from it. */
function caseFrom(seed: number, texts: string[]): Case {
  const random = randomFrom(seed);
  const text = texts[seed % texts.length] ?? "";
  const size =
    [int(random, 1, 3), int(random, 3, 8), int(random, 8, 25), int(random, 25, 80), int(random, 80, 200)][
      int(random, 0, 4)
    ] ?? 8;
  const begins = [...text.matchAll(/\S+/g)];
  const first = int(random, 0, Math.max(0, begins.length - size));
  const last = begins[Math.min(begins.length - 1, first + size - 1)];
  const start = begins[first]?.index ?? 0;
  const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
  const anchor = anchorFrom({ section: "problem", language: "en" }, text, start, end);
  let letters = tracked(text);
  const edits: string[] = [];
  for (let n = int(random, 1, 6); n > 0; n -= 1) {
    const name = NAMES[int(random, 0, NAMES.length - 1)] ?? "typo";
    const here = letters.findIndex(({ was }) => was !== null && was >= anchor.start);
    const where = int(random, 0, 2);
    const near =
      where === 0
        ? here + int(random, 0, anchor.quote.length - 1)
        : where === 1
          ? here + int(random, -120, anchor.quote.length + 120)
          : int(random, 0, letters.length - 1);
    const other = texts[int(random, 0, texts.length - 1)] ?? "";
    const edited = EDITS[name]?.(letters, { random, near: Math.max(0, near), other });
    if (edited && edited.length > 0) letters = edited;
    edits.push(`${name}@${where}`);
  }
  return { seed, edits, anchor, before: text, letters, after: written(letters) };
}

const isBlank = (letter: Letter) => letter.sign.trim() === "";

/** How many letters of the passage still stand together: in their order, in one stretch at most twice as long as it was. */
function together(letters: Letter[], isMeant: (letter: Letter) => boolean, length: number): number {
  let best = 0;
  let latest = -1;
  let stretch: number[] = [];
  for (const [n, letter] of letters.entries()) {
    if (!isMeant(letter) || isBlank(letter)) continue;
    const was = letter.was ?? 0;
    if (was < latest - 3) stretch = [];
    latest = was;
    stretch = [...stretch.filter((at) => at > n - length * 2), n];
    best = Math.max(best, stretch.length);
  }
  return best;
}

type Verdict = "right" | "wrong" | "rightly gone" | "missed";

/**
 * Each letter is followed through the edits, so it is known where those of the passage went. What is found is right when most
 * of its letters are letters of the passage and when it has most of those that still stand together. Two things no reader of
 * the new text could tell from that, and count as right too: a repetition that somebody made, where a third of the passage
 * itself or more is lost; and the quote as it was behind or before the same sixty letters as it was. "Gone" is right where
 * less than half of the passage stands together.
 */
function judge({ anchor, letters, before, after }: Case): { verdict: Verdict; survived: number } {
  const end = anchor.start + anchor.quote.length;
  const inside = (place: number | null) => place !== null && place >= anchor.start && place < end;
  const whole = anchor.quote.replace(/\s/g, "").length;
  const own = together(letters, ({ was }) => inside(was), anchor.quote.length);
  const survived = own / whole;
  const found = find(anchor, after);
  if (!found) return { verdict: survived < 0.5 ? "rightly gone" : "missed", survived };
  const there = letters.slice(found.start, found.end).filter((letter) => !isBlank(letter));
  const counted = (isMeant: (letter: Letter) => boolean, most: number) => {
    const hits = there.filter(isMeant).length;
    return hits > 0 && hits >= there.length / 2 && hits >= most / 2;
  };
  if (counted(({ was }) => inside(was), own)) return { verdict: "right", survived };
  const repeated = ({ was, copyOf }: Letter) => inside(was) || inside(copyOf);
  if (survived < 2 / 3 && counted(repeated, whole)) return { verdict: "right", survived };
  const behind = after.slice(found.start - 60, found.end) === before.slice(anchor.start - 60, end);
  const ahead = after.slice(found.start, found.end + 60) === before.slice(anchor.start, end + 60);
  return { verdict: behind || ahead ? "right" : "wrong", survived };
}

describe("find, over random edits of real texts", () => {
  const texts = demoTexts().filter((text) => text.length > 600);

  it("puts each comment on its passage or says that it is gone, never on other words", () => {
    const counts: Record<Verdict, number> = { right: 0, wrong: 0, "rightly gone": 0, missed: 0 };
    const wrong: object[] = [];
    const standing = { all: 0, missed: 0, phrases: 0, phrasesMissed: 0 };
    for (let seed = 1; seed <= CASES; seed += 1) {
      const one = caseFrom(seed, texts);
      const { quote } = one.anchor;
      const { verdict, survived } = judge(one);
      counts[verdict] += 1;
      if (verdict === "wrong")
        wrong.push({ seed, edits: one.edits, survived, quote, found: find(one.anchor, one.after) });
      if (survived < 0.8) continue;
      const missed = verdict === "missed" ? 1 : 0;
      standing.all += 1;
      standing.missed += missed;
      if (quote.length < PHRASE) continue;
      standing.phrases += 1;
      standing.phrasesMissed += missed;
    }
    console.info(`${CASES} cases in ${texts.length} texts:`, counts, "where four fifths still stand:", standing);
    expect(wrong).toEqual([]);
    expect(counts.right).toBeGreaterThan(CASES * 0.7);
    expect(standing.missed / standing.all).toBeLessThanOrEqual(0.03);
    expect(standing.phrasesMissed / standing.phrases).toBeLessThanOrEqual(0.02);
  });

  it("agrees with a slow comparison with every stretch of the text, wherever that one is sure", () => {
    const counts = { both: 0, gone: 0, onlySlow: 0, onlyFast: 0 };
    for (let seed = 1; seed <= 400; seed += 1) {
      const { anchor, after } = caseFrom(seed * 11, texts);
      if (anchor.quote.length > 160) continue;
      const [fast, slow] = [find(anchor, after), slowly(anchor, after)];
      if (fast && slow) {
        counts.both += 1;
        expect(Math.min(fast.end, slow.end) - Math.max(fast.start, slow.start), `seed ${seed * 11}`).toBeGreaterThan(0);
      } else counts[fast ? "onlyFast" : slow ? "onlySlow" : "gone"] += 1;
    }
    console.info("against the slow comparison:", counts);
    expect(counts.both + counts.gone).toBeGreaterThan(150);
    expect(counts.onlySlow).toBeLessThan(counts.both / 10);
  });

  it("finds nothing in a text that never had it, and ends soon on a long and tiresome one", () => {
    for (const [n, text] of texts.entries()) {
      const { anchor } = caseFrom(n + 1, texts);
      const other = texts.find((one) => one !== texts[(n + 1) % texts.length] && !one.includes(anchor.quote)) ?? "";
      if (anchor.quote.length > 60) expect(find(anchor, other.replace(text, "")), anchor.quote).toBeNull();
    }
    const words = "to be or not to be ".repeat(5_000);
    const anchor = anchorFrom({ section: "problem", language: "en" }, words, 19_000, 19_500);
    expect(find(anchor, words)).toEqual({ start: 19_000, end: 19_499, how: "exact" });
    expect(find(anchor, `x${words}`)).toBeNull();
    const letters = "a".repeat(20_000);
    const same = {
      ...anchor,
      quote: `${"a".repeat(2_000)}b`,
      before: "a".repeat(200),
      after: "a".repeat(200),
      start: 500,
    };
    const began = process.cpuUsage().user;
    for (let n = 0; n < 20; n += 1) expect(find({ ...same, start: n }, letters)).toBeNull();
    expect(process.cpuUsage(undefined).user - began).toBeLessThan(2_000_000);
  });

  it("takes of several equal passages the one with the same surroundings, or the one at the same place", () => {
    const words = "The hall opens at nine. Anna has the keys. The hall opens at nine. Joost has the keys.";
    const second = words.lastIndexOf("The hall opens");
    const anchor = anchorFrom({ section: "problem", language: "en" }, words, second, second + 23);
    expect(find(anchor, words)?.start).toBe(second);
    const moved = `Before that there was a word. ${words}`;
    expect(find(anchor, moved)?.start).toBe(moved.lastIndexOf("The hall opens"));
  });

  it("says that a short word is gone where only another one of the same letters stands", () => {
    const words = "The city paid. Volunteers drove the vans every day. The state paid later.";
    const anchor = anchorFrom({ section: "problem", language: "en" }, words, 0, 8);
    expect(find(anchor, "Volunteers drove the vans every day. The state paid later; the city did not.")).toBeNull();
  });
});

/** Quotation and surroundings against every stretch of the text by edit distance, as simply as it can be said. */
function slowly(anchor: Anchor, text: string): { start: number; end: number } | null {
  const { before, quote, after } = anchor;
  const [left, right] = [before.slice(-40), after.slice(0, 40)];
  const pattern = left + quote + right;
  let best = { distance: Number.POSITIVE_INFINITY, start: 0, end: 0 };
  // One row for each letter of the pattern; a column may begin anywhere. Each cell knows where quote and end came from.
  let row = Array.from({ length: text.length + 1 }, () => ({ cost: 0, start: -1, end: -1 }));
  for (let i = 1; i <= pattern.length; i += 1) {
    const next = [{ cost: i, start: i > left.length ? 0 : -1, end: i > left.length + quote.length ? 0 : -1 }];
    for (let j = 1; j <= text.length; j += 1) {
      const [diagonal, up, side] = [row[j - 1], row[j], next[j - 1]];
      if (!diagonal || !up || !side) continue;
      const change = diagonal.cost + (pattern[i - 1]?.toLowerCase() === text[j - 1]?.toLowerCase() ? 0 : 1);
      const from = change <= up.cost + 1 && change <= side.cost + 1 ? diagonal : up.cost <= side.cost ? up : side;
      const cost = from === diagonal ? change : from.cost + 1;
      const start = i === left.length + 1 && from !== side ? j - (from === diagonal ? 1 : 0) : from.start;
      const end = i === left.length + quote.length && from !== side ? j : from.end;
      next.push({ cost, start, end });
    }
    row = next;
  }
  for (const cell of row)
    if (cell.cost < best.distance) best = { distance: cell.cost, start: cell.start, end: cell.end };
  const sure = best.distance <= pattern.length * 0.2 && best.end > best.start && best.start >= 0;
  return sure ? { start: best.start, end: best.end } : null;
}
