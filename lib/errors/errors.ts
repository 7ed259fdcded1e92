export const ERROR_CODES = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "invalid",
  "conflict",
  "too_many",
  "unavailable",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Field name → key of a sentence in the messages, with what the sentence needs. */
export type FieldErrors = Record<string, { key: string; values?: Record<string, string | number> }>;

/** An error that a person may be told about. Everything else is logged with an id and told as such. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldErrors;
  /** What the form that comes back holds besides what was typed. */
  readonly values: Record<string, string>;
  /** Seconds until another try makes sense, with `too_many`. */
  readonly retryAfter: number | null;

  constructor(
    code: ErrorCode,
    options: { fields?: FieldErrors; values?: Record<string, string>; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields ?? {};
    this.values = options.values ?? {};
    this.retryAfter = options.retryAfter ?? null;
  }
}

/** `new AppError("invalid")` for one field. */
export function fieldError(field: string, key: string, values?: Record<string, string | number>): AppError {
  return new AppError("invalid", { fields: { [field]: { key, values } } });
}
