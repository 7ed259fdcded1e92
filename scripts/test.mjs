import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { countsIn, ofPlaywright, ofVitest, one, sum } from "./counts.mjs";
import { installIfNeeded } from "./install.mjs";
import { nodeOf } from "./node.mjs";
import { endCommands, run } from "./processes.mjs";
import { Refusal, secondsSince, step } from "./steps.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const quick = process.argv.includes("--quick");
const reports = mkdtempSync(path.join(tmpdir(), "stafeta-reports-"));
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    endCommands();
    process.exit(130);
  });
}
process.env.NEXT_TELEMETRY_DISABLED = "1";

/** A machine stands anywhere: what has to do with time is tested as if it stood here too. */
const OTHER_ZONES = ["Europe/Rome", "America/Los_Angeles", "Pacific/Kiritimati"];
const TIMED = ["time", "fair-hours", "calendars", "sessions", "series", "polls", "commitments"].map(
  (room) => `lib/${room}/`,
);

/** @type {{ name: string, took: string, counts: import("./counts.mjs").Counts }[]} */
const done = [];

await step(
  "dependencies",
  () => installIfNeeded(root),
  (installed) => (installed ? "installed" : "there"),
).catch(fail);
// The tools find the Node that serves.
process.env.PATH = `${path.dirname(nodeOf(root))}${path.delimiter}${process.env.PATH}`;
await part("types", async () =>
  one((await tool("next", "typegen")) && (await tool("tsc", "--noEmit", "--incremental", "false"))),
);
await part("lint", async () => one(await tool("biome", "ci", ...(process.stdout.isTTY ? [] : ["--colors=off"]), ".")));
await part("unit and database tests", () => unitTests());
if (!quick) {
  for (const zone of OTHER_ZONES) await part(`time in ${zone}`, () => unitTests(TIMED, zone));
  const folder = await build();
  await part("browser journeys", () => journeys(folder));
}

console.log("");
for (const { name, took, counts } of done) {
  console.log(
    `  ${name.padEnd(26)}${took}   ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
  );
}
const { passed, failed, skipped } = sum(done.map(({ counts }) => counts));
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

/** A part that fails doesn't keep the others from running.
 * @param {string} name @param {() => Promise<import("./counts.mjs").Counts>} work
 */
async function part(name, work) {
  console.log(`\n— ${name}`);
  const start = performance.now();
  const counts = await work().catch((error) => {
    console.error(error instanceof Refusal ? error.message : error);
    return one(false);
  });
  done.push({ name, took: secondsSince(start), counts });
}

/** @param {string[]} [rooms] all when there are none @param {string} zone the machine's */
async function unitTests(rooms = [], zone = "UTC") {
  process.env.TZ = zone;
  const file = path.join(reports, `vitest-${zone.replace("/", "-")}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const holds = await tool("vitest", "run", ...reporters, ...rooms);
  delete process.env.TZ;
  return countsIn(file, ofVitest, holds);
}

/** @returns {Promise<string | null>} */
async function build() {
  /** @type {string | null} */
  let folder = null;
  await part("build", async () => {
    const result = await buildIfNeeded(root);
    folder = result.folder;
    console.log(result.built ? "built" : "up to date");
    return one(true);
  });
  return folder;
}

/** @param {string | null} folder */
async function journeys(folder) {
  if (!folder) {
    console.log("not run, because the build failed");
    return one(false);
  }
  const { file: chromium, how } = await findChromium(root);
  console.log(`Chromium: ${chromium} (${how})`);
  const file = path.join(reports, "playwright.json");
  process.env.CHROMIUM_PATH = chromium;
  process.env.NEXT_DIST_DIR = folder;
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = file;
  const holds = await tool("playwright", "test", "--reporter=list,json");
  return countsIn(file, ofPlaywright, holds);
}

/** @param {string} name @param {string[]} args */
async function tool(name, ...args) {
  const { code } = await run(path.join(root, "node_modules/.bin", name), args, { cwd: root, show: true });
  return code === 0;
}

/** @param {unknown} error @returns {never} */
function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  console.log("0 passed, 1 failed, 0 skipped");
  process.exit(1);
}
