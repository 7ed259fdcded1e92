import { createHash } from "node:crypto";

/** A short mark of what a form was made from: it changes if and only if that does. */
export function markOf(state: unknown): string {
  return createHash("sha256").update(JSON.stringify(state)).digest("base64url").slice(0, 22);
}
