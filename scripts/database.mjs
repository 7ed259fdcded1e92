import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "./ports.mjs";
import { createMissing, initialise, launch, stopOrphan, USER } from "./postgres.mjs";
import { dataPlace, findPostgres } from "./postgres-place.mjs";
import { stopChild } from "./processes.mjs";
import { Refusal } from "./steps.mjs";

const MAJOR = "18";

// Nothing that was acknowledged may be lost, whatever postgresql.conf comes to say.
const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on", max_connections: "60" };

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {number} port
 * @property {string[]} elsewhere what is kept outside the checkout
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
  const password = secretIn(path.join(root, ".data/postgres-password"), 24);
  const postgres = findPostgres(root);
  const data = dataPlace(root, postgres.ids, password);
  if (existsSync(data)) await stopOrphan(data);
  else await initialise(postgres, data, password);
  refuseOtherVersion(data);

  const taken = port ?? (await freePort());
  const log = path.join(root, ".data/postgres.log");
  const child = await launch(postgres, { data, port: taken, log, options: DURABLE });
  const url = (/** @type {string} */ name) => `postgres://${USER}:${password}@127.0.0.1:${taken}/${name}`;
  await createMissing(url, "stafeta");
  return {
    url: url("stafeta"),
    port: taken,
    elsewhere: [
      ...(postgres.copied ? [`its program in ${postgres.copied}`] : []),
      ...(data.startsWith(root) ? [] : [`its data in ${data}`]),
    ],
    process: child,
    stop: () => stopChild(child, "SIGINT", 8_000),
  };
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

/** @param {string} data */
function refuseOtherVersion(data) {
  const version = readFileSync(path.join(data, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR) {
    throw new Refusal(`${data} was made by PostgreSQL ${version}, and this release brings ${MAJOR}.`);
  }
}
