import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run } from "./processes.mjs";
import { Refusal } from "./steps.mjs";

const PYTHONS = ["/usr/bin/python3", "python3"];

/**
 * Finds a Python that reads calendars, so that what we write is also read by a program that has nothing to do with Node;
 * or installs its library.
 * @returns {Promise<{ file: string, how: string }>}
 */
export async function findCalendarReader() {
  const there = PYTHONS.find(reads);
  if (there) return { file: there, how: "was there" };
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update"], { env });
    await run("apt-get", ["install", "--yes", "--no-install-recommends", "python3-icalendar"], { env });
  } else await run("python3", ["-m", "pip", "install", "--user", "icalendar"]);
  const installed = PYTHONS.find(reads);
  if (installed) return { file: installed, how: "installed" };
  throw new Refusal("There is no Python with the library icalendar: install python3-icalendar.");
}

/** @param {string} file */
function reads(file) {
  return spawnSync(file, ["-c", "import icalendar"], { timeout: 20_000 }).status === 0;
}
