import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Figures about processes come from /proc, so from Linux alone; elsewhere they are null and shown as n/a. */
const isLinux = process.platform === "linux";
const TICK_MS = isLinux ? 1_000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" })) : 0;
const PAGE = isLinux ? Number(execFileSync("getconf", ["PAGESIZE"], { encoding: "utf8" })) : 0;

interface Process {
  pid: number;
  parent: number;
  /** Ticks of its own, and of children that have ended. */
  own: number;
  ended: number;
}

/** CPU milliseconds that the processes and all below them have used, those that have ended included. */
export function cpuOf(pids: number[]): number | null {
  if (!isLinux) return null;
  const ticks = treesOf(pids).reduce((sum, { own, ended }) => sum + own + ended, 0);
  return ticks * TICK_MS;
}

/** Bytes of memory that the process and all below it hold now. */
export function memoryOf(pid: number): number | null {
  if (!isLinux) return null;
  return treesOf([pid]).reduce((sum, one) => {
    const pages = read(`/proc/${one.pid}/statm`)?.split(" ")[1];
    return sum + Number(pages ?? 0) * PAGE;
  }, 0);
}

function treesOf(roots: number[]): Process[] {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (statOf(name) ?? []) : []));
  const found = all.filter(({ pid }) => roots.includes(pid));
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
  return found;
}

function statOf(pid: string): Process | null {
  const stat = read(`/proc/${pid}/stat`);
  if (!stat) return null;
  // The name, in brackets, may hold anything.
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const ticks = (at: number) => (fields[at] ?? 0) + (fields[at + 1] ?? 0);
  return { pid: Number(pid), parent: fields[1] ?? 0, own: ticks(11), ended: ticks(13) };
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
