import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations } from "graphile-worker";
import postgres from "postgres";

/** Any number: instances that start together wait for each other here, because the migrator itself takes no lock. */
const LOCK = 7_365_746;

/** Brings the tables and the job queue of the database at `url` up to date. Safe to run from many instances at once. */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await migrate(drizzle({ client }), { migrationsFolder: path.join(process.cwd(), "db/migrations") });
    await runMigrations({ connectionString: url });
  } finally {
    await client.end();
  }
}
