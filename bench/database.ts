import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../scripts/ports.mjs";
import { createMissing, initialise, launch, USER } from "../scripts/postgres.mjs";
import { findPostgres, reachableFolder } from "../scripts/postgres-place.mjs";
import { stopChild } from "../scripts/processes.mjs";

// As a start has it: what was acknowledged is on the disk.
const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on", max_connections: "60" };
const STATISTICS = {
  shared_preload_libraries: "pg_stat_statements",
  "pg_stat_statements.track_planning": "on",
};

export interface Database {
  url: string;
  pid: number;
  /** A folder of the run's own, gone with the database. */
  folder: string;
  stop: () => Promise<void>;
}

/** An empty PostgreSQL for this run, with durable settings. `statistics`: it keeps account of each statement. */
export async function startDatabase(root: string, statistics: boolean): Promise<Database> {
  const postgres = findPostgres(root);
  const folder = mkdtempSync(path.join(reachableFolder(postgres.ids, tmpdir()), "stafeta-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  chmodSync(folder, 0o755);
  const data = path.join(folder, "postgres");
  const password = randomBytes(12).toString("hex");
  await initialise(postgres, data, password);
  const port = await freePort();
  const options = { ...DURABLE, ...(statistics ? STATISTICS : {}) };
  const child = await launch(postgres, { data, port, log: path.join(folder, "log"), options });
  const url = (name: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${name}`;
  await createMissing(url, "bench");
  return {
    url: url("bench"),
    pid: child.pid ?? 0,
    folder,
    async stop() {
      await stopChild(child, "SIGINT", 8_000);
      process.off("exit", remove);
      remove();
    },
  };
}
