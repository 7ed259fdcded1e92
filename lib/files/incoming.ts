import "server-only";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import busboy from "busboy";
import { newId } from "@/lib/ids";
import { FILE_MAX, FORM_MAX, type Refusal } from "./limits";
import { places } from "./places";
import { sweep } from "./sweep";

const SWEEP_AFTER = 4 * 1024 * 1024;

/** A file as it came, in a folder that is removed when it has been dealt with. */
export interface Incoming {
  folder: string;
  path: string;
  name: string;
  bytes: number;
  sha256: string;
}

/**
 * Writes the one file of a form to this machine's disk as it arrives, never more of it in memory than a piece, gives it to
 * `use`, and removes it.
 */
export async function withIncoming<T>(request: Request, use: (file: Incoming) => Promise<T>): Promise<T | Refusal> {
  if (Number(request.headers.get("content-length") ?? 0) > FILE_MAX + FORM_MAX) return "too-large";
  const folder = path.join(places.incoming, newId());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const received = await receive(request, folder);
    return typeof received === "string" ? received : await use(received);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function receive(request: Request, folder: string): Promise<Incoming | Refusal> {
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data/i.test(type)) return Promise.resolve("broken");
  const body = Readable.fromWeb(request.body as ReadableStream);
  return new Promise((resolve) => {
    const form = formOf(type);
    if (!form) return resolve("broken");
    let writing: Promise<Incoming | Refusal> | null = null;
    form.on("file", (_field, content, { filename }) => {
      // Answered at once. What is still on its way is read and dropped: closing the line would lose the answer.
      content.once("limit", () => resolve("too-large"));
      writing = write(content, folder, filename);
    });
    form.on("filesLimit", () => resolve("broken"));
    form.on("close", async () => resolve((await writing) ?? "empty"));
    pipeline(body, form).catch(() => resolve("broken"));
  });
}

function formOf(type: string) {
  try {
    const limits = { files: 1, fileSize: FILE_MAX, fields: 10, fieldSize: 1000, parts: 11, headerPairs: 20 };
    return busboy({ headers: { "content-type": type }, limits, defParamCharset: "utf8" });
  } catch {
    return null;
  }
}

async function write(content: Readable & { truncated?: boolean }, folder: string, filename: string | undefined) {
  const file = path.join(folder, "as-sent");
  const hash = createHash("sha256");
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      if (Math.floor(bytes / SWEEP_AFTER) < Math.floor((bytes + chunk.length) / SWEEP_AFTER)) sweep();
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    await pipeline(content, count, createWriteStream(file, { mode: 0o600 }));
  } catch {
    return "broken";
  }
  if (content.truncated) return "too-large";
  if (bytes === 0) return "empty";
  return { folder, path: file, name: filename ?? "", bytes, sha256: hash.digest("hex") };
}
