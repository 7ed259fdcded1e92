import { existsSync } from "node:fs";
import path from "node:path";

/**
 * The Node that comes with the dependencies, which npm's own commands run too (docs/decisions/0018); where none comes for
 * this kind of machine, the one that runs this.
 * @param {string} root
 */
export function nodeOf(root) {
  const own = path.join(root, "node_modules/.bin/node");
  return existsSync(own) ? own : process.execPath;
}
