import { z } from "zod";
import { ID_PATTERN } from "@/lib/ids";

/**
 * The one type of text that comes from outside: well-formed Unicode in NFC, without NUL and other controls, trimmed,
 * at most `max` characters. PostgreSQL refuses NUL and silently changes lone surrogates.
 */
export function text(max: number) {
  return z
    .string({ error: "errors.field.required" })
    .refine((value) => value.isWellFormed() && !value.includes("\0"), { error: "errors.field.characters", abort: true })
    .transform((value) => clean(value))
    .refine((value) => value.length <= max, { error: "errors.field.tooLong", params: { max } });
}

/** Text that must not be empty. `key` names the sentence that asks for it. */
export function requiredText(max: number, key = "errors.field.required") {
  return text(max).refine((value) => value !== "", { error: key });
}

/** Line ends as \n, NFC, no control characters but tab and newline, no blanks at the ends. */
export function clean(value: string): string {
  return (
    value
      .replace(/\r\n?/g, "\n")
      .normalize("NFC")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0001-\u0008\u000b-\u001f\u007f]/g, "")
      .trim()
  );
}

/** One line: newlines become blanks, and nothing in it turns the direction of what follows. */
export function line(max: number) {
  return text(max).transform((value) => value.replace(/\s*\n\s*/g, " ").replace(/[\u202a-\u202e\u2066-\u2069]/g, ""));
}
export function requiredLine(max: number, key = "errors.field.required") {
  return line(max).refine((value) => value !== "", { error: key });
}

export const idInput = z.string().regex(ID_PATTERN, "errors.field.invalid");

/** An address as people write it: one mailbox, plain ASCII, no display name, no quotes, no comments. */
export const emailInput = z
  .string({ error: "errors.field.email" })
  .trim()
  .max(254, "errors.field.email")
  .regex(
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/,
    "errors.field.email",
  )
  .transform((value) => value.toLowerCase());

/** A path of ours to return to, or the fallback: never another site. */
export function ownPath(value: unknown, fallback = "/"): string {
  if (typeof value !== "string" || !value.startsWith("/") || value.length > 2000) return fallback;
  try {
    const base = "http://stafeta.invalid";
    const url = new URL(value, base);
    if (url.origin !== base || /[\\\s]/.test(value)) return fallback;
    const path = url.pathname + url.search + url.hash;
    return path.startsWith("//") ? fallback : path;
  } catch {
    return fallback;
  }
}
