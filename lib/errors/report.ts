import "server-only";
import { randomBytes } from "node:crypto";
import { AppError } from "./errors";

const UNAVAILABLE = new Set([
  "ECONNREFUSED",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "57014",
  "55P03",
  "57P01",
  "57P03",
  "53300",
]);

function codeOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
  }
  return null;
}

/** Turns whatever was thrown into an error that a person may see; logs what was not expected, with the id shown. */
export function toAppError(error: unknown): { error: AppError; id: string | null } {
  if (error instanceof AppError) return { error, id: null };
  const code = codeOf(error);
  const id = randomBytes(4).toString("hex");
  console.error(`[${id}]`, error);
  const known = code !== null && UNAVAILABLE.has(code) ? "unavailable" : null;
  return { error: new AppError(known ?? "unavailable", { cause: error }), id };
}
