import type { z } from "zod";
import type { Place, Problem } from "./types";

const PER_ROW = 20;

/** What a schema says → problems, each with its path in the file. Our schemas name sentences; zod's own are not for people. */
export function problemsFrom(error: z.ZodError, place: Place | null, root = ""): Problem[] {
  return error.issues.slice(0, PER_ROW).map((issue) => {
    const ours = /^[a-zA-Z]+(\.[a-zA-Z-]+)+$/.test(issue.message);
    const params = "params" in issue ? (issue.params as Problem["values"]) : undefined;
    const extra = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    const field = [root, ...issue.path, ...extra].filter((part) => part !== "").join(".");
    return { place, field: field || null, ...sentenceFor(issue, ours, params) };
  });
}

function sentenceFor(
  issue: z.core.$ZodIssue,
  ours: boolean,
  values: Problem["values"],
): Pick<Problem, "key" | "values"> {
  if (ours) return { key: issue.message, values: values ?? limitOf(issue) };
  if (issue.code === "unrecognized_keys") return { key: "imports.error.unknownField" };
  if (issue.code === "invalid_value") return { key: "imports.error.notInList" };
  if (issue.code === "too_big") return { key: "imports.error.tooMany", values: limitOf(issue) };
  return { key: "imports.error.value" };
}

function limitOf(issue: z.core.$ZodIssue): Problem["values"] {
  return issue.code === "too_big" ? { max: Number(issue.maximum) } : undefined;
}
