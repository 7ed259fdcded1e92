import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { withLock } from "./lock.mjs";
import { mustRun } from "./processes.mjs";

/**
 * Installs the locked dependencies when they are missing or others.
 * @param {string} root
 * @returns {Promise<boolean>} whether there was anything to install
 */
export async function installIfNeeded(root) {
  if (isInstalled(root)) return false;
  return withLock(path.join(root, ".data/locks/install"), async () => {
    if (isInstalled(root)) return false;
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    // NODE_ENV=production would leave out what the build needs.
    const args = ["ci", "--include=dev", "--no-audit", "--no-fund"];
    await mustRun("npm ci", npm, args, { cwd: root, shell: process.platform === "win32" });
    return true;
  });
}

/** Compares with what npm itself noted about its last installation; dates say nothing after a clone.
 * @param {string} root
 */
export function isInstalled(root) {
  const noted = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(noted)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
  const there = JSON.parse(readFileSync(noted, "utf8")).packages;
  return Object.entries(wanted).every(
    ([place, one]) => !place || one.link || one.optional || one.devOptional || there[place]?.version === one.version,
  );
}
