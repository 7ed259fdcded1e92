import "./outside-next";

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { closeDb, db } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { buildIfNeeded } from "../scripts/build.mjs";
import { startDatabase } from "./database";
import { fill } from "./fill";
import { type Figures, type Measured, measure, medianOf } from "./measure";
import { machine, type Result, table } from "./report";
import { startApp, startFloor } from "./servers";
import { statementsSince } from "./statements";
import { type Workload, workloads } from "./workloads";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    gzip: { type: "boolean", default: false },
    only: { type: "string" },
    profile: { type: "string" },
  },
});
const root = path.resolve(import.meta.dirname, "..");
const RUNS = 3;
const SECONDS = options.quick ? 1 : 4;
const CONNECTIONS = [1, 16];
/** Requests before the first run, so that the compiler has seen the code. */
const WARM_UP = 300;

const stops: (() => Promise<unknown>)[] = [];
let ending: Promise<never> | null = null;
const end = (code: number): Promise<never> => {
  ending ??= (async () => {
    for (const stop of stops) await stop().catch(console.error);
    process.exit(code);
  })();
  return ending;
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end(130));

const say = (text: string) => process.stderr.write(`${text}\n`);
try {
  await end(await run());
} catch (error) {
  console.error(error);
  await end(1);
}

async function run(): Promise<number> {
  const { folder } = await buildIfNeeded(root);
  const database = await startDatabase(root, options.profile !== undefined);
  stops.unshift(database.stop);
  const environment = {
    ...{ DATABASE_URL: database.url, AUTH_SECRET: "for-the-bench-only-0123456789abcdef", STAFETA_DEMO: "0" },
    ...{ NEXT_DIST_DIR: folder, STAFETA_DATA: database.folder },
  };
  // Nothing that this shell is set to, such as a mail server, has a part in it.
  for (const name of Object.keys(process.env)) if (/^(STAFETA|SMTP|OIDC|MAIL)_/.test(name)) delete process.env[name];
  Object.assign(process.env, environment);
  say("filling the database");
  await migrateDatabase(database.url);
  const filled = await fill(database.url);
  stops.unshift(closeDb);

  const { all, script } = await workloads(filled);
  if (options.profile !== undefined) {
    mkdirSync(options.profile, { recursive: true });
    await db.execute(sql`create extension if not exists pg_stat_statements`);
  }
  const scriptFile = path.join(database.folder, "floor.json");
  writeFileSync(scriptFile, JSON.stringify(script));
  const app = await startApp(root, process.env, options.profile);
  stops.unshift(app.stop);
  const floor = await startFloor(root, process.env, scriptFile);
  stops.unshift(floor.stop);

  const chosen = all.filter(({ name }) => !options.only || options.only.split(",").includes(name));
  const results: Result[] = [];
  const wrong: string[] = [];
  for (const workload of chosen) {
    for (const connections of CONNECTIONS) {
      const both = await compare(workload, connections).catch((error) => ({ figures: null, wrong: [String(error)] }));
      if (both.figures) results.push({ name: workload.name, what: workload.what, connections, ...both.figures });
      wrong.push(...both.wrong.map((text) => `${workload.name}: ${text}`));
    }
  }
  console.log(
    options.json ? JSON.stringify({ at: new Date(), machine: machine(), results, wrong }, null, 2) : table(results),
  );
  for (const text of wrong) console.error(text);
  return wrong.length > 0 ? 1 : 0;

  /** App and floor by turns, so that both meet the same machine. */
  async function compare(workload: Workload, connections: number) {
    const limits = { connections, seconds: SECONDS, gzip: options.gzip };
    const warm = { ...limits, seconds: 15 };
    const onApp: Measured[] = [];
    const onFloor: Measured[] = [];
    say(`${workload.name}, ${connections} ${connections === 1 ? "line" : "lines"}`);
    const early = await measure(app, database.pid, { ...workload, requests: WARM_UP }, warm, false);
    await measure(floor, database.pid, { ...workload, requests: WARM_UP }, warm, false);
    if (early.wrong.length > 0) return { figures: null, wrong: early.wrong };
    for (let n = 0; n < RUNS; n++) {
      if (options.profile !== undefined) await statementsSince(1);
      const measured = await measure(app, database.pid, workload, limits, true);
      if (options.profile !== undefined) say(await statementsSince(measured.requests));
      onApp.push(measured);
      onFloor.push(await measure(floor, database.pid, workload, limits, false));
    }
    const figures = (all: Measured[]): Figures => medianOf(all.map((one) => one.figures));
    return {
      figures: { app: figures(onApp), floor: figures(onFloor) },
      wrong: [...onApp, ...onFloor].flatMap((one) => one.wrong),
    };
  }
}
