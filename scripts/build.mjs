import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { nodeOf } from "./node.mjs";
import { commandOf, mustRun } from "./processes.mjs";

const FOLDERS = ["app", "components", "db", "lib", "public"];
const FILES =
  /^(next\.config|postcss\.config|instrumentation|instrumentation-client|proxy|tsconfig|package-lock)\.(js|mjs|ts|json)$/;
const NOT_BUILT = /\.(test|spec)\.[a-z]+$|^db\/(test|migrations)\//;

/**
 * A build is named by its sources, so that it is there exactly when it is up to date, and a running release is
 * never built over.
 * @param {string} root
 * @returns {string} such as .next/3f2a9c…
 */
export function buildFolder(root) {
  return path.join(".next", digestOf(root));
}

/**
 * Builds unless it is done already.
 * @param {string} root @param {() => void} [onWait] called when another process is building
 * @returns {Promise<{ folder: string, built: boolean }>}
 */
export async function buildIfNeeded(root, onWait) {
  const folder = buildFolder(root);
  if (existsSync(path.join(root, folder))) return { folder, built: false };
  const built = await withLock(
    path.join(root, ".data/locks/build"),
    async () => {
      if (existsSync(path.join(root, folder))) return false;
      await build(root, folder);
      return true;
    },
    onWait,
  );
  return { folder, built };
}

/** Notes that a process serves from this build, so that nobody removes it.
 * @param {string} root @param {string} folder
 */
export function noteServing(root, folder) {
  const notes = path.join(root, folder, "served-by");
  mkdirSync(notes, { recursive: true });
  const note = path.join(notes, String(process.pid));
  writeFileSync(note, "");
  process.once("exit", () => rmSync(note, { force: true }));
}

/** @param {string} root */
export function digestOf(root) {
  const hash = createHash("sha256");
  for (const file of sourcesOf(root))
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  return hash.digest("hex").slice(0, 16);
}

/** @param {string} root */
function sourcesOf(root) {
  const top = readdirSync(root).filter((name) => FILES.test(name));
  const deep = FOLDERS.filter((folder) => existsSync(path.join(root, folder))).flatMap((folder) =>
    filesIn(root, folder),
  );
  return [...top, ...deep].filter((file) => !NOT_BUILT.test(file)).sort();
}

/** @param {string} root @param {string} folder @returns {string[]} */
function filesIn(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesIn(root, file);
    return entry.isFile() ? [file] : [];
  });
}

/** @param {string} root @param {string} folder */
async function build(root, folder) {
  // Always in one place, which tsconfig.json can name, and moved when it is whole.
  const place = ".next/build";
  await mustRun("The build", nodeOf(root), ["node_modules/next/dist/bin/next", "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_DIST_DIR: place, NEXT_TELEMETRY_DISABLED: "1" },
  });
  renameSync(path.join(root, place), path.join(root, folder));
  removeOldBuilds(path.join(root, ".next"), path.basename(folder));
}

/** Keeps the newest, the one before it, and whatever is being served.
 * @param {string} place @param {string} newest
 */
function removeOldBuilds(place, newest) {
  const others = readdirSync(place)
    .filter((name) => /^[0-9a-f]{16}$/.test(name) && name !== newest)
    .map((name) => ({ folder: path.join(place, name), time: statSync(path.join(place, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { folder } of others.slice(1)) if (!isServed(folder)) rmSync(folder, { recursive: true, force: true });
}

/** @param {string} folder */
function isServed(folder) {
  const notes = path.join(folder, "served-by");
  return existsSync(notes) && readdirSync(notes).some((pid) => commandOf(Number(pid))?.includes("node"));
}
