import type { z } from "zod";
import type { FieldErrors } from "@/lib/errors/errors";

/** The first problem of each field, as a key of a sentence. Schemas name the key; zod's own words are not for people. */
export function issuesToFields(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues) {
    const name = issue.path.join(".") || "form";
    if (fields[name]) continue;
    const ours = /^[a-zA-Z]+(\.[a-zA-Z-]+)+$/.test(issue.message);
    const params = "params" in issue ? (issue.params as Record<string, string | number> | undefined) : undefined;
    fields[name] = { key: ours ? issue.message : "errors.field.invalid", values: params };
  }
  return fields;
}
