import type { Thing } from "./types";

/** Where a thing stands. */
export function thingPath(thing: Thing): string {
  if ("writeUpId" in thing) return `/write-ups/${thing.writeUpId}`;
  if ("sessionId" in thing) return `/sessions/${thing.sessionId}`;
  return "askId" in thing ? `/asks/${thing.askId}` : `/commitments/${thing.commitmentId}`;
}
