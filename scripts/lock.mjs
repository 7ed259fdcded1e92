import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandOf } from "./processes.mjs";

/**
 * Does something that only one process of this checkout may do at a time; the others wait for it.
 * A lock whose holder is gone (kill -9) counts for nothing.
 * @template T
 * @param {string} file @param {() => Promise<T>} work @param {() => void} [onWait]
 * @returns {Promise<T>}
 */
export async function withLock(file, work, onWait) {
  for (let waits = 0; !take(file); waits++) {
    if (waits === 0) onWait?.();
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Takes a lock until the process ends; false when another living process has it.
 * @param {string} file
 */
export function keepLock(file) {
  // The first try may only have found a dead one.
  const taken = take(file) || take(file);
  if (taken) process.once("exit", () => rmSync(file, { force: true }));
  return taken;
}

/** The living process that holds the lock, or null.
 * @param {string} file
 */
export function holderOf(file) {
  try {
    const { pid, command } = JSON.parse(readFileSync(file, "utf8"));
    // In a container the same number comes back at each start: our own is never somebody else's.
    return pid !== process.pid && commandOf(pid) === command ? pid : null;
  } catch {
    return null;
  }
}

/** @param {string} file @returns {boolean} whether the lock is ours now */
function take(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, command: commandOf(process.pid) }));
  try {
    // A link appears whole or not at all: nobody ever reads a half-written lock.
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    if (!holderOf(file)) sweep(file);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Moves a dead lock away; when another process has taken it meanwhile, its lock goes back.
 * @param {string} file
 */
function sweep(file) {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    if (holderOf(aside)) linkSync(aside, file);
  } catch {
    // Somebody else was quicker: the next round sees what is there.
  } finally {
    rmSync(aside, { force: true });
  }
}
