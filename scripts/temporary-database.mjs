import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./ports.mjs";
import { initialise, launch, USER } from "./postgres.mjs";
import { findPostgres, reachableFolder } from "./postgres-place.mjs";
import { stopChild } from "./processes.mjs";

// It is thrown away: quick before safe.
const QUICK = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/**
 * A PostgreSQL of its own for a run of tests.
 * @param {string} root
 * @returns {Promise<{ url: (name: string) => string, stop: () => Promise<void> }>}
 */
export async function startTemporaryDatabase(root) {
  const postgres = findPostgres(root);
  const folder = mkdtempSync(path.join(reachableFolder(postgres.ids, tmpdir()), "stafeta-test-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  chmodSync(folder, 0o755);
  const data = path.join(folder, "postgres");
  const password = randomBytes(12).toString("hex");
  await initialise(postgres, data, password);
  const port = await freePort();
  const child = await launch(postgres, { data, port, log: path.join(folder, "log"), options: QUICK });
  return {
    url: (name) => `postgres://${USER}:${password}@127.0.0.1:${port}/${name}`,
    async stop() {
      await stopChild(child, "SIGINT", 8_000);
      process.off("exit", remove);
      remove();
    },
  };
}
