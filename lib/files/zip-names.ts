import type { FileHandle } from "node:fs/promises";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const COMMENT_MAX = 65_535;
const DIRECTORY_MAX = 2 * 1024 * 1024;

/** The names in an archive's directory, or null when it has none that can be read. Nothing is unpacked. */
export async function zipNames(file: FileHandle, bytes: number): Promise<Set<string> | null> {
  const tail = Buffer.alloc(Math.min(bytes, END_BYTES + COMMENT_MAX));
  await file.read(tail, 0, tail.length, bytes - tail.length);
  const end = lastEnd(tail);
  if (end === null) return null;
  const size = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (size > DIRECTORY_MAX || start + size > bytes) return null;

  const directory = Buffer.alloc(size);
  await file.read(directory, 0, size, start);
  const names = new Set<string>();
  for (let at = 0; at + 46 <= size && directory.readUInt32LE(at) === ENTRY; ) {
    const name = directory.readUInt16LE(at + 28);
    names.add(directory.toString("utf8", at + 46, at + 46 + name));
    at += 46 + name + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

/** Where the record stands that ends the directory: the last one whose comment reaches the end of the file. */
function lastEnd(tail: Buffer): number | null {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return null;
}
