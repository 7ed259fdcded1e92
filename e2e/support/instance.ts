import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../scripts/ports.mjs";
import { createMissing, initialise, launch, USER } from "../../scripts/postgres.mjs";
import { findPostgres, reachableFolder } from "../../scripts/postgres-place.mjs";
import { stopChild } from "../../scripts/processes.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PASSWORD = "for-this-journey-only";

/** A PostgreSQL that keeps what it has acknowledged, for journeys that kill it. */
export async function startDurableDatabase() {
  const postgres = findPostgres(root);
  const folder = mkdtempSync(path.join(reachableFolder(postgres.ids, tmpdir()), "stafeta-faults-"));
  chmodSync(folder, 0o755);
  const data = path.join(folder, "postgres");
  await initialise(postgres, data, PASSWORD);
  const port = await freePort();
  const options = { fsync: "on", synchronous_commit: "on", full_page_writes: "on", max_connections: "60" };
  const start = () => launch(postgres, { data, port, log: path.join(folder, "log"), options });
  let child = await start();
  const url = (name: string) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${name}`;
  await createMissing(url, "stafeta");
  return {
    url: url("stafeta"),
    kill: () => ended(child, () => child.kill("SIGKILL")),
    async restart() {
      child = await start();
    },
    async stop() {
      await stopChild(child, "SIGINT", 8_000);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What `npm start` starts, on a database of its own, in a group of processes that can be killed as one. */
export async function startInstance(databaseUrl: string, port: number) {
  // Nothing of the journeys' own server: this one finds its own way.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(SMTP|MAIL|OIDC|STAFETA|NEXT_DIST|PORT)/.test(name)),
  );
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: {
      NODE_ENV: "production",
      ...environment,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      STAFETA_DEMO: "1",
      AUTH_SECRET: "a-secret-that-two-instances-share-0123",
    },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  await ready(child);
  return {
    url: `http://localhost:${port}`,
    kill: () => ended(child, () => process.kill(-(child.pid ?? 0), "SIGKILL")),
    stop: () => stopChild(child, "SIGTERM", 12_000),
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes("ready in")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`It ended before it was ready.\n${said}`)));
  });
}

async function ended(child: ChildProcess, kill: () => unknown): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  kill();
  await gone;
}
