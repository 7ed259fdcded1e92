import "server-only";
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Store } from "./store";

/** Files in a folder of this machine. */
export function folderStore(folder: string): Store {
  const place = (key: string) => path.join(folder, key.slice(0, 2), key);
  return {
    async put(key, content) {
      const file = place(key);
      await mkdir(path.dirname(file), { recursive: true });
      // `flush`: on the disk before it has its name, so that a crash leaves no half file under it.
      await pipeline(content, createWriteStream(`${file}.part`, { mode: 0o600, flush: true }));
      await rename(`${file}.part`, file);
    },
    async get(key, range) {
      const handle = await open(place(key));
      return handle.createReadStream(range ? { start: range.from, end: range.to } : {});
    },
    async remove(key) {
      await rm(place(key), { force: true });
    },
  };
}
