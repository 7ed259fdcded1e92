import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Failure } from "./steps.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a command to its end and keeps what it says for when it fails.
 * @param {string} command @param {string[]} args
 * @param {import("node:child_process").SpawnOptions & { show?: boolean }} [options] show: let it speak for itself
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { show = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: show ? "inherit" : ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        output = (output + chunk).slice(-20_000);
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Like `run`, but an exit other than 0 is a failure that shows what was said.
 * @param {string} what @param {string} command @param {string[]} args @param {import("node:child_process").SpawnOptions} [options]
 */
export async function mustRun(what, command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Failure(`${what} failed.\n${output.trim()}`);
  return output;
}

/** Ends the commands that `run` still waits for. */
export function endCommands() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Asks a process to end, and ends it when it has not done so in time.
 * @param {import("node:child_process").ChildProcess} child @param {NodeJS.Signals} signal @param {number} milliseconds
 */
export async function stopChild(child, signal, milliseconds) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  await gone;
  clearTimeout(timer);
}

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** The command line of a living process, or null: a number alone may belong to somebody else by now.
 * @param {number} pid
 */
export function commandOf(pid) {
  if (!Number.isInteger(pid) || pid < 2 || !isAlive(pid)) return null;
  if (process.platform !== "linux") {
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() || null;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim() || null;
  } catch {
    return null;
  }
}
