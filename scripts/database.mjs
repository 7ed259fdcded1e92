import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./ports.mjs";
import { binaries, noteOf, owner, stopOrphan } from "./postgres.mjs";
import { mustRun, stopChild } from "./processes.mjs";
import { Failure, Refusal } from "./steps.mjs";

const MAJOR = "18";

// Nothing that was acknowledged may be lost, whatever postgresql.conf comes to say.
const OPTIONS = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  max_connections: "60",
};

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {number} port
 * @property {import("node:child_process").ChildProcess} process
 * @property {() => Promise<void>} stop
 */

/**
 * Starts the embedded PostgreSQL of this checkout and waits until it takes connections.
 * @param {string} root
 * @param {{ port?: number }} [options] the port to take again after a crash
 * @returns {Promise<Database>}
 */
export async function startDatabase(root, { port } = {}) {
  const data = path.join(root, ".data/postgres");
  const { initdb, postgres } = await binaries(root);
  const ids = owner(data, postgres);
  const password = secretIn(path.join(root, ".data/postgres-password"), 24);
  if (existsSync(data)) await stopOrphan(data);
  else await initialise(initdb, data, password, ids);
  refuseOtherVersion(data);

  const taken = port ?? (await freePort());
  const log = path.join(root, ".data/postgres.log");
  const process_ = await launch(postgres, data, taken, log, ids);
  const url = (/** @type {string} */ name) => `postgres://stafeta:${password}@127.0.0.1:${taken}/${name}`;
  await createMissing(url);
  return { url: url("stafeta"), port: taken, process: process_, stop: () => stopChild(process_, "SIGINT", 8_000) };
}

/** The secret that a file keeps; made once.
 * @param {string} file @param {number} bytes
 */
export function secretIn(file, bytes) {
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    writeFileSync(file, randomBytes(bytes).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

/** @param {string} initdb @param {string} data @param {string} password @param {{ uid?: number, gid?: number }} ids */
async function initialise(initdb, data, password, ids) {
  // Made beside its place and moved when it is whole: a kill in the middle leaves nothing half-made.
  const draft = `${data}.new`;
  const passwordFile = path.join(draft, "..", "postgres.new-password");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    if (ids.uid !== undefined && ids.gid !== undefined) {
      for (const place of [draft, passwordFile]) chownSync(place, ids.uid, ids.gid);
    }
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = ["--username=stafeta", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    await mustRun("initdb", initdb, [`--pgdata=${draft}`, ...access, ...locale], { ...ids, cwd: "/" });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, data);
}

/** @param {string} data */
function refuseOtherVersion(data) {
  const version = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR) {
    throw new Refusal(`.data/postgres was made by PostgreSQL ${version}, and this release brings ${MAJOR}.`);
  }
}

/**
 * @param {string} postgres @param {string} data @param {number} port @param {string} log
 * @param {{ uid?: number, gid?: number }} ids
 */
async function launch(postgres, data, port, log, ids) {
  const options = Object.entries(OPTIONS).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // After kill -9 the old processes may hold their memory for a moment longer: it is worth asking again.
  for (let attempt = 1; ; attempt++) {
    const out = openSync(log, "w");
    // In a group of its own, so that a Ctrl-C in the terminal reaches it last, through us.
    const child = spawn(postgres, ["-D", data, "-p", String(port), ...options], {
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

/** @param {(name: string) => string} url */
async function createMissing(url) {
  const { default: postgres } = await import("postgres");
  const sql = postgres(url("postgres"), { max: 1, onnotice: () => {} });
  const [there] = await sql`select 1 from pg_database where datname = 'stafeta'`;
  if (!there) await sql`create database stafeta`;
  await sql.end();
}
