import { copyFile, readFile, stat } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";

/**
 * Runs as a process of its own: a picture from outside is decoded where neither its memory nor a fault in a decoder
 * reaches the server. Writes each width as WebP without any metadata and prints the sizes, or prints what is wrong.
 *
 *   node lib/files/encode.mjs <picture> <folder> <most pixels> <widths, comma-separated>
 */
const [file = "", folder = "", pixels = "", wanted = ""] = process.argv.slice(2);

/** WebP has no longer side. */
const SIDE_MAX = 16_383;

sharp.cache(false);
sharp.concurrency(1);

try {
  console.log(JSON.stringify(await encode()));
} catch (error) {
  const tooMany = error instanceof Error && /pixel limit|too large|exceeds/i.test(error.message);
  console.log(JSON.stringify({ refused: tooMany ? "pixels" : "damaged" }));
}

async function encode() {
  const options = { limitInputPixels: Number(pixels), failOn: /** @type {const} */ ("error") };
  const { width = 0, height = 0, orientation = 1 } = await sharp(file, options).metadata();
  if (width < 1 || height < 1) return { refused: "damaged" };
  if (width * height > Number(pixels)) return { refused: "pixels" };
  const [across, down] = orientation > 4 ? [height, width] : [width, height];
  const all = wanted.split(",").map(Number);
  const widest = Math.min(across, Math.max(...all), Math.max(1, Math.floor((SIDE_MAX * across) / down)));
  const sizes = [];
  // The widest first; the narrower ones are made from it, so that a large original is decoded once.
  let from = file;
  for (const one of [widest, ...all.filter((size) => size < widest).sort((a, b) => b - a)]) {
    const to = path.join(folder, `${one}.webp`);
    const picture = sharp(from, options).autoOrient().resize({ width: one, withoutEnlargement: true });
    const made = await picture.webp({ quality: 82, effort: 3 }).toFile(to);
    if (from === file && one === across && (await isBareWebp())) await copyFile(file, to);
    sizes.push({ width: made.width, height: made.height, bytes: (await stat(to)).size });
    from = path.join(folder, `${widest}.webp`);
  }
  return { sizes };
}

/**
 * A WebP that holds its picture and nothing else, as ours do, is kept as it is: what was exported and is imported again
 * stays the same, byte for byte.
 */
async function isBareWebp() {
  const bytes = await readFile(file);
  if (bytes.toString("latin1", 0, 4) !== "RIFF" || bytes.toString("latin1", 8, 12) !== "WEBP") return false;
  if (bytes.readUInt32LE(4) + 8 !== bytes.length) return false;
  let at = 12;
  while (at + 8 <= bytes.length) {
    if (!["VP8 ", "VP8L", "VP8X", "ALPH"].includes(bytes.toString("latin1", at, at + 4))) return false;
    const size = bytes.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return at === bytes.length;
}
