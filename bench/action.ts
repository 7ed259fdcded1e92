import { readFileSync } from "node:fs";
import path from "node:path";

const BOUNDARY = "----stafeta-bench";

/** What React sends for an action that is called with a form: its fields, and the list of arguments that names them. */
export function formOf(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(([name, value]) => [`_1_${name}`, value]);
  const all = [...parts, ["0", '["$K1"]']];
  const text = all.map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${text.join("")}--${BOUNDARY}--\r\n`;
}

export function headersOf(action: string) {
  return {
    "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
    "next-action": action,
    accept: "text/x-component",
    "sec-fetch-site": "same-origin",
  };
}

/** The name that the build has given to sendComment. */
export function actionId(): string {
  const folder = process.env.NEXT_DIST_DIR ?? "";
  const manifest = JSON.parse(readFileSync(path.join(folder, "server/server-reference-manifest.json"), "utf8"));
  const actions = Object.entries(manifest.node as Record<string, { filename?: string; exportedName?: string }>);
  const found = actions.find(([, one]) => one.exportedName === "sendComment");
  if (!found) throw new Error("the build has no action sendComment");
  return found[0];
}
