import path from "node:path";
import type { TestProject } from "vitest/node";
import { createMissing } from "../../scripts/postgres.mjs";
import { startTemporaryDatabase } from "../../scripts/temporary-database.mjs";
import { migrateDatabase } from "../migrate";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

const TEMPLATE = "template_stafeta";

/** One PostgreSQL for the run, with a migrated template from which each test file copies its own database. */
export default async function setup(project: TestProject) {
  const server = await startTemporaryDatabase(path.resolve(import.meta.dirname, "../.."));
  await createMissing(server.url, TEMPLATE);
  await migrateDatabase(server.url(TEMPLATE));
  project.provide("databaseUrl", server.url("").replace(/\/$/, ""));
  return server.stop;
}
