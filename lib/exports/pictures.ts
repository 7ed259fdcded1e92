import "server-only";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import type { Reader } from "@/lib/auth/actor";
import { getFile } from "@/lib/files/queries";
import { fileStore, keyOf } from "@/lib/files/store";
import type { Document } from "@/lib/write-ups/document";

/** A picture as it goes into a file: a JPEG with its size in pixels. */
export interface Picture {
  data: Buffer;
  width: number;
  height: number;
}

/** So many pictures one file holds; of those after them it has the words. */
const PICTURES_MAX = 40;
/** Wide enough for a printed page. */
const WIDTH = 1200;

/** The pictures of these texts, as far as the reader may see them and they are there, by file. */
export async function picturesFor(reader: Reader, documents: readonly Document[]): Promise<Map<string, Picture>> {
  const ids = documents.flatMap(({ media }) =>
    media.filter(({ kind }) => kind === "picture").map(({ fileId }) => fileId),
  );
  const pictures = new Map<string, Picture>();
  for (const id of [...new Set(ids)].slice(0, PICTURES_MAX)) {
    const picture = await pictureOf(reader, id);
    if (picture) pictures.set(id, picture);
  }
  return pictures;
}

async function pictureOf(reader: Reader, id: string): Promise<Picture | null> {
  const file = await getFile(reader, id);
  const size = file?.sizes.findLast(({ width }) => width >= WIDTH) ?? file?.sizes[0];
  if (!file || !size) return null;
  const content = await stored(() => fileStore().get(keyOf(file.id, size.width)));
  if (!content) return null;
  const made = await sharp(content)
    .resize({ width: WIDTH, withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true });
  return { data: made.data, width: made.info.width, height: made.info.height };
}

/** The bytes, or null when the store has lost them: a text without its picture is better than no text. */
export async function stored(open: () => Promise<Readable>): Promise<Buffer | null> {
  try {
    return await buffer(await open());
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
