import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "./build.mjs";
import { secretIn, startDatabase } from "./database.mjs";
import { installIfNeeded } from "./install.mjs";
import { holderOf, keepLock } from "./lock.mjs";
import { nodeOf } from "./node.mjs";
import { refuseTakenPort } from "./ports.mjs";
import { endCommands, mustRun } from "./processes.mjs";
import { reach } from "./reach.mjs";
import { startServer } from "./server.mjs";
import { environmentOf, settingsFrom } from "./settings.mjs";
import { Failure, Refusal, secondsSince, step } from "./steps.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dev = process.argv.includes("--dev");
const began = performance.now();
process.env.NEXT_TELEMETRY_DISABLED = "1";

/** What has been started, the last first. @type {(() => Promise<unknown>)[]} */
const stops = [];
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(0));

try {
  await start();
} catch (error) {
  if (!stopping) {
    const isExpected = error instanceof Refusal || error instanceof Failure;
    console.error(`\n${isExpected ? error.message : error instanceof Error ? error.stack : error}`);
    await end(1);
  }
}

async function start() {
  const settings = readSettings();
  await refuseTakenPort(settings.port);
  console.log(dev ? "Stafeta, with reload" : "Stafeta");
  await step(
    "dependencies",
    () => installIfNeeded(root),
    (installed) => (installed ? "installed" : "there"),
  );

  const environment = { ...process.env, ...environmentOf(settings) };
  environment.AUTH_SECRET ??= secretIn(path.join(root, ".data/secret"), 33);
  const away = settings.databaseUrl ? await findDatabase(settings.databaseUrl) : await ownDatabase(environment);
  if (!away)
    await step(
      "tables and first content",
      () => prepare(environment),
      (said) => said,
    );
  if (!dev) environment.NEXT_DIST_DIR = await built();

  const server = await step("server", () => startServer(root, { dev, port: settings.port, environment, onLost: lost }));
  stops.unshift(() => server.stop());
  if (stopping) return server.stop();
  if (away && settings.databaseUrl) prepareLater(settings.databaseUrl, environment);
  const signIn = settings.demo
    ? `choose a person on ${settings.url}/sign-in`
    : `${settings.url}/sign-in with your e-mail address`;
  console.log(`  ready in ${secondsSince(began).trim()}\n\n  ${settings.url}\n  sign in: ${signIn}\n  end: Ctrl-C\n`);
}

function readSettings() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 12)) {
    throw new Refusal(`Stafeta needs Node 20.12 or newer, and this is ${process.versions.node}.`);
  }
  const file = path.join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const { settings, problem } = settingsFrom(process.env);
  if (!settings) throw new Refusal(problem);
  return settings;
}

/** @param {string} url @returns {Promise<string | null>} why the database is away, or null */
async function findDatabase(url) {
  const found = await step(
    "database at DATABASE_URL",
    () => reach(url),
    (result) =>
      "away" in result
        ? `does not answer (${result.away}); trying again in the background`
        : `PostgreSQL ${result.version}`,
  );
  return "away" in found ? found.away : null;
}

/** @param {NodeJS.ProcessEnv} environment @returns {Promise<null>} */
async function ownDatabase(environment) {
  const lock = path.join(root, ".data/locks/start");
  if (!keepLock(lock)) {
    throw new Refusal(
      `Stafeta already runs from this folder (process ${holderOf(lock)}): end it first, or give this one a database with DATABASE_URL.`,
    );
  }
  const database = await step(
    "database",
    () => startDatabase(root),
    ({ port }) => `PostgreSQL, 127.0.0.1:${port}`,
  );
  if (database.elsewhere.length > 0)
    console.log(`    user postgres may not enter this folder: ${database.elsewhere.join(", ")}`);
  environment.DATABASE_URL = database.url;
  watch(database);
  return null;
}

/** Starts the database again when it was killed, in the same place.
 * @param {import("./database.mjs").Database} database
 */
function watch(database) {
  const stop = () => database.stop();
  stops.push(stop);
  database.process.once("exit", async () => {
    if (stopping) return;
    stops.splice(stops.indexOf(stop), 1);
    console.error("PostgreSQL has ended unexpectedly; starting it again.");
    watch(await startDatabase(root, { port: database.port }).catch((error) => lost(messageOf(error))));
  });
}

/** @param {NodeJS.ProcessEnv} env */
async function prepare(env) {
  const args = ["--conditions=react-server", "--import", "tsx", "db/prepare.ts"];
  const said = await mustRun("Preparing the database", nodeOf(root), args, { cwd: root, env });
  return said.trim().split("\n").at(-1);
}

/** @param {string} url @param {NodeJS.ProcessEnv} environment */
async function prepareLater(url, environment) {
  try {
    while (!stopping && "away" in (await reach(url))) await new Promise((resolve) => setTimeout(resolve, 1_000));
    if (!stopping) await prepare(environment);
  } catch (error) {
    lost(messageOf(error));
  }
}

async function built() {
  const waiting = () => process.stdout.write(" another start is building, waiting");
  const remark = (/** @type {{ built: boolean }} */ { built }) => (built ? "built" : "up to date");
  return (await step("pages", () => buildIfNeeded(root, waiting), remark)).folder;
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {string} why @returns {Promise<never>} */
async function lost(why) {
  if (!stopping) console.error(why);
  return end(1);
}

/** @param {number} code @returns {Promise<never>} */
async function end(code) {
  if (stopping) return new Promise(() => {});
  stopping = true;
  endCommands();
  for (const stop of stops) await stop().catch(console.error);
  process.exit(code);
}
