import "server-only";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { type FileSize, MEGAPIXELS_MAX, type Refusal, WIDTHS } from "./limits";

const run = promisify(execFile);
const SECONDS = 60;
/** Decoding takes a core and up to some hundred MB: one after the other. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Writes a picture into `folder` as WebP in every width, upright and without what the camera wrote into it. Gives the
 * sizes, widest first; the files are called by their width.
 */
export function encodePicture(file: string, folder: string): Promise<FileSize[] | Refusal> {
  const mine = last.then(() => encode(file, folder));
  last = mine.catch(() => {});
  return mine;
}

export function encodedFile(folder: string, width: number): string {
  return path.join(folder, `${width}.webp`);
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

async function encode(file: string, folder: string): Promise<FileSize[] | Refusal> {
  const program = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/files/encode.mjs");
  const args = [
    program,
    path.resolve(file),
    path.resolve(folder),
    String(MEGAPIXELS_MAX * 1_000_000),
    WIDTHS.join(","),
  ];
  // Nothing of the server's environment, which holds its secrets.
  const env = { PATH: process.env.PATH ?? "", NODE_ENV: "production" as const };
  try {
    const { stdout } = await run(process.execPath, args, { timeout: SECONDS * 1000, killSignal: "SIGKILL", env });
    const said = JSON.parse(stdout) as { sizes: FileSize[] } | { refused: Refusal };
    return "sizes" in said ? said.sizes : said.refused;
  } catch (error) {
    // Killed for its time or its memory, by what it was given.
    if (error instanceof Error && "killed" in error && error.killed) return "pixels";
    throw error;
  }
}
