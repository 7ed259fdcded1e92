import "server-only";
import { gunzipSync, gzipSync } from "node:zlib";
import { IMPORT_MAX } from "./limits";

/** Text → what a hidden field carries from the report to the one click after it. */
export function packed(text: string): string {
  return gzipSync(text).toString("base64");
}

/** Null for what was not packed here, or would be larger than an import may be. */
export function unpacked(field: string): string | null {
  try {
    return gunzipSync(Buffer.from(field, "base64"), { maxOutputLength: 2 * IMPORT_MAX }).toString("utf8");
  } catch {
    return null;
  }
}
