import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let collect: ((options: { type: "minor" }) => void) | null = null;

/**
 * Frees the pieces of a file that have been written. They lie outside the heap, so that V8 sees no reason to hurry: without
 * this, 25 MB that come in stand 20 to 32 MB high in the server's memory; with it, at most 18.
 */
export function sweep(): void {
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as typeof collect;
  }
  collect?.({ type: "minor" });
}
