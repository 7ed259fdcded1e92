import { spawn } from "node:child_process";
import { chownSync, closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandOf, isAlive, mustRun } from "./processes.mjs";
import { Failure } from "./steps.mjs";

/** @typedef {import("./postgres-place.mjs").Postgres} Postgres */

export const USER = "stafeta";

const ALWAYS = { listen_addresses: "127.0.0.1", unix_socket_directories: "", timezone: "UTC" };

/** Makes an empty cluster.
 * @param {Postgres} postgres @param {string} data @param {string} password
 */
export async function initialise({ initdb, ids }, data, password) {
  // Made beside its place and moved when it is whole: a kill in the middle leaves nothing half-made.
  const draft = `${data}.new`;
  const passwordFile = `${data}.new-password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if (ids.uid !== undefined && ids.gid !== undefined) {
      for (const place of [draft, passwordFile]) chownSync(place, ids.uid, ids.gid);
    }
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = [`--username=${USER}`, "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    await mustRun("initdb", initdb, [`--pgdata=${draft}`, ...access, ...locale], { ...ids, cwd: "/" });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, data);
}

/**
 * Starts a server on a cluster and waits until it takes connections.
 * @param {Postgres} postgres
 * @param {{ data: string, port: number, log: string, options: Record<string, string> }} where
 */
export async function launch({ postgres, ids }, { data, port, log, options }) {
  const settings = Object.entries({ ...ALWAYS, ...options }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // After kill -9 the old processes may hold their memory for a moment longer: it is worth asking again.
  for (let attempt = 1; ; attempt++) {
    const out = openSync(log, "w");
    // In a group of its own, so that a Ctrl-C in the terminal reaches it last, through us.
    const child = spawn(postgres, ["-D", data, "-p", String(port), ...settings], {
      ...ids,
      cwd: "/",
      detached: true,
      stdio: ["ignore", out, out],
    });
    closeSync(out);
    // The last resort when we end without having stopped it.
    const end = () => child.kill("SIGINT");
    process.once("exit", end);
    child.once("exit", () => process.off("exit", end));
    if (await isUp(child, data)) return child;
    const said = readFileSync(log, "utf8").trim().split("\n").slice(-5).join("\n");
    if (attempt === 20 || !/lock file|shared memory/.test(said))
      throw new Failure(`PostgreSQL did not start.\n${said}`);
    await sleep(500);
  }
}

/** @param {import("node:child_process").ChildProcess} child @param {string} data */
async function isUp(child, data) {
  while (child.exitCode === null && child.signalCode === null) {
    const note = noteOf(data);
    if (note?.ready && note.pid === child.pid) return true;
    await sleep(25);
  }
  return false;
}

/**
 * What PostgreSQL notes while it runs.
 * @param {string} data
 * @returns {{ pid: number, ready: boolean } | null}
 */
function noteOf(data) {
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

/** @param {(name: string) => string} url @param {string} name */
export async function createMissing(url, name) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url("postgres"), { max: 1, onnotice: () => {} });
  const [there] = await sql`select 1 from pg_database where datname = ${name}`;
  if (!there) await sql`create database ${sql(name)}`;
  await sql.end();
}
