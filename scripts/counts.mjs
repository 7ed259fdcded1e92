import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** A part that is one thing: it holds or it doesn't.
 * @param {boolean} holds @returns {Counts}
 */
export const one = (holds) => ({ passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 });

/** @param {Counts[]} all @returns {Counts} */
export function sum(all) {
  const add = (/** @type {keyof Counts} */ key) => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: add("passed"), failed: add("failed"), skipped: add("skipped") };
}

/**
 * What a runner's report says. A run that failed without a failed test (a file that doesn't load) has failed once.
 * @param {string} file @param {(report: any) => Counts} read @param {boolean} holds whether the runner was content
 * @returns {Counts}
 */
export function countsIn(file, read, holds) {
  if (!existsSync(file)) return one(false);
  const counts = read(JSON.parse(readFileSync(file, "utf8")));
  return { ...counts, failed: Math.max(counts.failed, holds ? 0 : 1) };
}

/** @param {any} report @returns {Counts} */
export const ofVitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
});

/** @param {any} report @returns {Counts} */
export const ofPlaywright = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
});
