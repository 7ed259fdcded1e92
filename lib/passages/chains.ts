/** The same letters in both texts: `length` of them, from `at` in the pattern and from `to` in the words. */
export interface Run {
  at: number;
  to: number;
  length: number;
}

/** Runs that follow each other in both texts. */
export type Chain = Run[];

/** Shorter runs say nothing. */
const SEED = 7;
/** What a passage repeats so often, such as a line of dots, tells no place. */
const REPEATED = 200;
const RUNS_MAX = 3_000;
const LOOK_BACK = 100;
const CHAINS_MAX = 5;
/** What a step from one run to the next costs, and each letter that lies between. */
const STEP = 3;
const BETWEEN = 0.1;
const BETWEEN_MAX = 40;

/** The best chains, each of other runs than those before and with the part from `asked` at another place. */
export function bestChains(pattern: string, words: string, asked: { from: number; to: number }): Chain[] {
  let runs = runsOf(pattern, words);
  const chains: Chain[] = [];
  while (chains.length < CHAINS_MAX && runs.length > 0) {
    const chain = bestChain(runs);
    chains.push(chain);
    const used = new Set(chain);
    const inside = chain.filter((run) => run.at < asked.to && run.at + run.length > asked.from);
    const from = Math.min(...inside.map((run) => run.to));
    const to = Math.max(...inside.map((run) => run.to + run.length));
    runs = runs.filter((run) => !used.has(run) && (run.to >= to || run.to + run.length <= from || inside.length === 0));
  }
  return chains;
}

/** All runs that cannot be longer, in the order of the words. */
function runsOf(pattern: string, words: string): Run[] {
  if (pattern.length < SEED || words.length < SEED) return [];
  const index = new Map<number, number[]>();
  eachSeed(pattern, (at, hash) => {
    const places = index.get(hash);
    if (places) places.push(at);
    else index.set(hash, [at]);
  });
  let runs: Run[] = [];
  eachSeed(words, (to, hash) => {
    const places = index.get(hash) ?? [];
    if (places.length >= REPEATED) return;
    for (const at of places) {
      if (at > 0 && to > 0 && pattern.charCodeAt(at - 1) === words.charCodeAt(to - 1)) continue;
      let length = 0;
      while (at + length < pattern.length && pattern.charCodeAt(at + length) === words.charCodeAt(to + length))
        length += 1;
      if (length >= SEED) runs.push({ at, to, length });
    }
    if (runs.length > RUNS_MAX * 2) runs = longest(runs);
  });
  return runs.length > RUNS_MAX ? longest(runs) : runs;
}

function longest(runs: Run[]): Run[] {
  const kept = new Set([...runs].sort((a, b) => b.length - a.length).slice(0, RUNS_MAX));
  return runs.filter((run) => kept.has(run));
}

const BASE = 0x01000193;

function eachSeed(text: string, call: (at: number, hash: number) => void): void {
  let oldest = 1;
  for (let n = 0; n < SEED; n += 1) oldest = Math.imul(oldest, BASE);
  let hash = 0;
  for (let n = 0; n < text.length; n += 1) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(n)) | 0;
    if (n >= SEED) hash = (hash - Math.imul(text.charCodeAt(n - SEED), oldest)) | 0;
    if (n >= SEED - 1) call(n - SEED + 1, hash);
  }
}

function bestChain(runs: Run[]): Chain {
  const score = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  let top = 0;
  for (const [n, run] of runs.entries()) {
    score[n] = run.length;
    for (let m = Math.max(0, n - LOOK_BACK); m < n; m += 1) {
      const earlier = runs[m];
      if (!earlier) continue;
      const sum = (score[m] ?? 0) + joined(earlier, run);
      if (sum > (score[n] ?? 0)) {
        score[n] = sum;
        before[n] = m;
      }
    }
    if ((score[n] ?? 0) > (score[top] ?? 0)) top = n;
  }
  const chain: Chain = [];
  for (let n = top; n >= 0; n = before[n] ?? -1) {
    const run = runs[n];
    if (run) chain.unshift(run);
  }
  return chain.map((run, n) => cut(chain[n - 1], run));
}

/** What a run adds to a chain that ends with `earlier`. */
function joined(earlier: Run, run: Run): number {
  if (run.at <= earlier.at || run.to <= earlier.to) return Number.NEGATIVE_INFINITY;
  const twice = overlap(earlier, run);
  if (run.length - twice < 3) return Number.NEGATIVE_INFINITY;
  const inPattern = run.at + twice - earlier.at - earlier.length;
  const inWords = run.to + twice - earlier.to - earlier.length;
  return run.length - twice - STEP - Math.min(BETWEEN_MAX, (inPattern + inWords) * BETWEEN);
}

function overlap(earlier: Run, run: Run): number {
  return Math.max(0, earlier.at + earlier.length - run.at, earlier.to + earlier.length - run.to);
}

/** A run without what the one before it has already. The same object where nothing is taken. */
function cut(earlier: Run | undefined, run: Run): Run {
  const twice = earlier ? overlap(earlier, run) : 0;
  return twice === 0 ? run : { at: run.at + twice, to: run.to + twice, length: run.length - twice };
}
