import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { run } from "./processes.mjs";
import { Refusal } from "./steps.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * Finds a Chromium for the browser journeys, or installs one.
 * @param {string} root
 * @returns {Promise<{ file: string, how: string }>}
 */
export async function findChromium(root) {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (!works(wanted)) throw new Refusal(`CHROMIUM_PATH names ${wanted}, which does not run.`);
    return { file: wanted, how: "from CHROMIUM_PATH" };
  }
  const there = onThisMachine() ?? (await ofPlaywright());
  if (there) return { file: there, how: "was there" };

  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update"], { env });
    await run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { env });
    const installed = onThisMachine();
    if (installed) return { file: installed, how: "installed with apt-get" };
  }
  await run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], { cwd: root });
  const downloaded = await ofPlaywright();
  if (downloaded) return { file: downloaded, how: "installed by Playwright" };
  throw new Refusal("There is no Chromium, and none could be installed: install one and name it in CHROMIUM_PATH.");
}

function onThisMachine() {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/bin", "/snap/bin"];
  const files = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return files.find((file) => existsSync(file) && works(file)) ?? null;
}

async function ofPlaywright() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return existsSync(file) && works(file) ? file : null;
}

/** @param {string} file */
function works(file) {
  return spawnSync(file, ["--version", "--no-sandbox"], { timeout: 20_000 }).status === 0;
}
