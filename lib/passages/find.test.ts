import { describe, expect, it } from "vitest";
import { type Anchor, anchorFrom } from "./anchor";
import { find } from "./find";
import { demoTexts } from "./testing/texts";
import { EDITS, type Letter, type Random, randomFrom, tracked, written } from "./testing/tracked";

const CASES = Number(process.env.N ?? 2_000);
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
    let [mostly, mostlyMissed] = [0, 0];
    for (let seed = 1; seed <= CASES; seed += 1) {
      const one = caseFrom(seed, texts);
      const { verdict, survived } = judge(one);
      counts[verdict] += 1;
      if (survived >= 0.8) mostly += 1;
      if (survived >= 0.8 && verdict === "missed") mostlyMissed += 1;
      if (survived >= 0.8 && verdict === "missed")
        console.log(
          "MISSED",
          seed,
          survived.toFixed(2),
          one.edits.join(" "),
          JSON.stringify(one.anchor.before.slice(-60) + "[[" + one.anchor.quote + "]]" + one.anchor.after.slice(0, 60)),
        );
      if (verdict === "wrong") {
        wrong.push({ seed, edits: one.edits, survived, quote: one.anchor.quote, found: find(one.anchor, one.after) });
        const f = find(one.anchor, one.after);
        if (f)
          console.log(
            "WRONG",
            seed,
            survived.toFixed(2),
            one.edits.join(" "),
            "\nOLD",
            JSON.stringify(one.anchor.before + "[[" + one.anchor.quote + "]]" + one.anchor.after),
            "\nNEW",
            JSON.stringify(
              one.after.slice(Math.max(0, f.start - 100), f.start) +
                "[[" +
                one.after.slice(f.start, f.end) +
                "]]" +
                one.after.slice(f.end, f.end + 100),
            ),
          );
      }
    }
    console.info(
      `${CASES} cases in ${texts.length} texts:`,
      counts,
      `of ${mostly} of which four fifths stand, ${mostlyMissed} missed`,
    );
    expect(wrong).toEqual([]);
    expect(counts.right).toBeGreaterThan(CASES / 2);
    expect(mostlyMissed / mostly).toBeLessThanOrEqual(0.02);
  });
});
