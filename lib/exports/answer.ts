import { disposition } from "@/lib/files/name";
import type { ExportFile } from "./export";

/** The file as it is downloaded, or opened in the browser to be printed. Nobody else's browser may keep it. */
export function fileAnswer({ content, type, name }: ExportFile, open = false): Response {
  return new Response(typeof content === "string" ? content : new Uint8Array(content), {
    headers: {
      "content-type": type,
      "content-disposition": disposition(open && type === "application/pdf" ? "inline" : "attachment", name),
      "content-length": String(Buffer.byteLength(content)),
      "cache-control": "private, no-store",
    },
  });
}
