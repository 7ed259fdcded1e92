import { z } from "zod";
import { portableFile } from "./format";

/** The format as a JSON Schema, for those who write such files elsewhere. */
export function jsonSchema(): string {
  const schema = z.toJSONSchema(portableFile, { io: "input", target: "draft-2020-12" });
  return `${JSON.stringify({ title: "Write-ups of Stafeta", ...schema }, null, 2)}\n`;
}
