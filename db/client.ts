import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** Two cores serve best with about five connections. */
const POOL = 5;

/**
 * A prepared statement is planned once for each connection. Left to choose, PostgreSQL plans some anew at each call for the
 * values of that call: posting a comment then takes it 0.8 ms instead of 0.25, and no statement of ours is faster for it.
 * So no statement may need its values to be planned well: a limit that never changes is written into the text.
 */
const PLANS = "force_generic_plan";

function connect() {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is missing");
  const client = postgres(url, {
    max: POOL,
    connect_timeout: 5,
    idle_timeout: 300,
    onnotice: () => {},
    connection: { application_name: "stafeta", statement_timeout: 10_000, lock_timeout: 5_000, plan_cache_mode: PLANS },
  });
  prepareStatements(client);
  return drizzle({ client });
}

/**
 * Drizzle sends every statement as an unprepared one, so that PostgreSQL would plan it anew each time: for our long reads
 * that was two thirds of its work (R1: 4.2 ms of database CPU, 1.2 with this). Statements without parameters may be several in one text,
 * which cannot be prepared.
 */
function prepareStatements(client: postgres.Sql): void {
  const send = client.unsafe;
  client.unsafe = ((text: string, values: never[] = [], options: postgres.UnsafeQueryOptions = {}) =>
    send(text, values, { ...options, prepare: values.length > 0 })) as typeof send;
}

// One pool for a process: a reload in development evaluates this module again.
const kept = globalThis as { stafetaDb?: ReturnType<typeof connect> };

function current() {
  kept.stafetaDb ??= connect();
  return kept.stafetaDb;
}

/** Connects on the first use, so that a build without a database can load every module. */
export const db = new Proxy({} as ReturnType<typeof connect>, {
  get: (_, key) => Reflect.get(current(), key),
});

export type Db = ReturnType<typeof connect>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
export type Queryable = Db | Tx;

export async function closeDb() {
  await kept.stafetaDb?.$client.end({ timeout: 5 });
  delete kept.stafetaDb;
}
