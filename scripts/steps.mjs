/** An end with one clear sentence and without a stack. */
export class Refusal extends Error {}

/** An end with what a command said. */
export class Failure extends Error {}

/**
 * One line for one thing done: its name, how long it took, and what there is to say about it.
 * @template T
 * @param {string} name @param {() => Promise<T> | T} work @param {(result: T) => string | undefined | void} [remark]
 * @returns {Promise<T>}
 */
export async function step(name, work, remark) {
  const start = performance.now();
  process.stdout.write(`  ${name} `.padEnd(34, "·"));
  try {
    const result = await work();
    const said = remark?.(result);
    process.stdout.write(` ${secondsSince(start)}${said ? `  ${said}` : ""}\n`);
    return result;
  } catch (error) {
    process.stdout.write(` ${secondsSince(start)}\n`);
    throw error;
  }
}

/** @param {number} start */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`.padStart(7);
}
