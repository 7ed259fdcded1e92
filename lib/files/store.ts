import "server-only";
import type { Readable } from "node:stream";
import { folderStore } from "./folder-store";
import { places } from "./places";
import { s3Store } from "./s3-store";

/** First and last byte, both included. */
export interface ByteRange {
  from: number;
  to: number;
}

/** Where the bytes lie. A key is written once; whoever asks for one has been let in before. */
export interface Store {
  /** Rejects when it could not be kept whole; then it is for the caller to remove what may be left of it. */
  put(key: string, content: Readable, bytes: number): Promise<void>;
  /** Rejects before the first byte when the key is not there, with the code ENOENT. */
  get(key: string, range?: ByteRange): Promise<Readable>;
  /** A key that is not there is removed already. */
  remove(key: string): Promise<void>;
}

export function fileStore(): Store {
  const { s3, folder } = places;
  return s3 ? s3Store(s3) : folderStore(folder);
}

/** A document has one key; a picture has one for each width. */
export function keyOf(fileId: string, width?: number): string {
  return width === undefined ? fileId : `${fileId}.${width}`;
}
