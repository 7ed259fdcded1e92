import type { FileHandle } from "node:fs/promises";

const CHUNK = 256 * 1024;
/** Controls that no text has; tab, line feed, form feed and carriage return it may have. */
const CONTROLS = new Uint8Array(256).map((_, byte) => (byte < 32 && ![9, 10, 12, 13].includes(byte) ? 1 : 0));
const MARKUP = /^\s*<(?:[!?]|[a-z])|<(?:script|html|svg|iframe|body|head)[\s>/]/i;

/** Whether every byte may stand in a text, in whatever encoding. */
export async function looksLikeText(file: FileHandle, bytes: number, head: Buffer): Promise<boolean> {
  if (head[0] === 0x4d && head[1] === 0x5a) return false; // a program for Windows, if a short one
  const chunk = Buffer.alloc(Math.min(bytes, CHUNK));
  for (let at = 0; at < bytes; at += chunk.length) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, at);
    for (let index = 0; index < bytesRead; index++) if (CONTROLS[chunk[index] ?? 0]) return false;
    if (bytesRead === 0) break;
  }
  return true;
}

/** A table, a text, or null for what a browser would take for a page of its own. */
export function textType(head: Buffer): "text/csv" | "text/plain" | null {
  const text = head.toString("utf8").replace(/^\ufeff/, "");
  if (MARKUP.test(text)) return null;
  const lines = text.split(/\r?\n/).filter(Boolean).slice(0, 5);
  const isTable = [",", ";", "\t"].some((separator) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, "").split(separator).length);
    return lines.length > 1 && (counts[0] ?? 1) > 1 && counts.every((count) => count === counts[0]);
  });
  return isTable ? "text/csv" : "text/plain";
}
