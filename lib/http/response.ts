import "server-only";
import type { ErrorCode } from "@/lib/errors/errors";
import { toAppError } from "@/lib/errors/report";

export const STATUS: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
};

const PRIVATE = { "cache-control": "private, no-store" };

/** Wraps a GET or POST handler: errors become their status with the code as JSON, never a message of ours. */
export function route<Args extends unknown[]>(handler: (...args: Args) => Promise<Response>) {
  return async (...args: Args): Promise<Response> => {
    try {
      return await handler(...args);
    } catch (thrown) {
      const { error, id } = toAppError(thrown);
      const headers: Record<string, string> = { ...PRIVATE };
      if (error.retryAfter !== null) headers["retry-after"] = String(error.retryAfter);
      return Response.json({ code: error.code, ...(id ? { id } : {}) }, { status: STATUS[error.code], headers });
    }
  };
}

export function json(value: unknown, init: ResponseInit = {}): Response {
  return Response.json(value, { ...init, headers: { ...PRIVATE, ...init.headers } });
}
