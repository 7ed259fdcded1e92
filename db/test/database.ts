import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { closeDb } from "../client";

/** Runs before each test file: a database of its own, copied from the migrated template. */
const base = inject("databaseUrl");
const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;

async function withAdmin(run: (sql: postgres.Sql) => Promise<unknown>) {
  const admin = postgres(`${base}/postgres`, { max: 1, onnotice: () => {} });
  await run(admin);
  await admin.end();
}

await withAdmin(async (sql) => {
  // Copies of one template wait for each other.
  await sql`select pg_advisory_lock(1)`;
  await sql.unsafe(`create database ${name} template template_stafeta`);
});
process.env.DATABASE_URL = `${base}/${name}`;
process.env.AUTH_SECRET = "a-secret-for-tests-only-0123456789";

afterAll(async () => {
  await closeDb();
  await withAdmin((sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
});
