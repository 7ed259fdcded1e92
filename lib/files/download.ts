import "server-only";
import { Readable } from "node:stream";
import type { Reader } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors/errors";
import { disposition } from "./name";
import { getFile, type StoredFile } from "./queries";
import { rangeIn } from "./range";
import { fileStore, keyOf } from "./store";

/**
 * A file, or one width of a picture, for whoever may read it. Asked for again each time: a browser may keep it, but not show
 * it before the reader's rights have been looked at once more.
 */
export async function download(reader: Reader, request: Request, id: string, width?: string): Promise<Response> {
  const file = await getFile(reader, id);
  const part = file && partOf(file, width);
  if (!file || !part) throw new AppError("not_found");

  const etag = `"${part.key}"`;
  const headers = new Headers({
    "content-type": file.mediaType,
    "content-disposition": disposition(file.kind === "picture" ? "inline" : "attachment", file.name),
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-cache, no-transform",
    "accept-ranges": "bytes",
    vary: "cookie",
    etag,
  });
  if (knows(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });

  const fresh = [null, etag].includes(request.headers.get("if-range"));
  const range = fresh ? rangeIn(request.headers.get("range"), part.bytes) : null;
  if (range === "none") {
    headers.set("content-range", `bytes */${part.bytes}`);
    return new Response(null, { status: 416, headers });
  }
  if (range) headers.set("content-range", `bytes ${range.from}-${range.to}/${part.bytes}`);
  headers.set("content-length", String(range ? range.to - range.from + 1 : part.bytes));
  const status = range ? 206 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const content = await fileStore().get(part.key, range ?? undefined);
  return new Response(Readable.toWeb(content) as unknown as BodyInit, { status, headers });
}

/** The whole file, or the width that the address names. */
function partOf(file: StoredFile, width: string | undefined): { key: string; bytes: number } | null {
  if (file.kind === "document") return width === undefined ? { key: keyOf(file.id), bytes: file.bytes } : null;
  const size = width === undefined ? file.sizes[0] : file.sizes.find((one) => String(one.width) === width);
  return size ? { key: keyOf(file.id, size.width), bytes: size.bytes } : null;
}

function knows(header: string | null, etag: string): boolean {
  return (header ?? "").split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}
