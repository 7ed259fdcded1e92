import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: no i, l, o, u

/** What every public id looks like: 16 characters, 80 random bits. Addresses cannot be guessed or counted. */
export const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{16}$/;

export function newId(): string {
  let id = "";
  for (const byte of randomBytes(16)) id += ALPHABET[byte & 31];
  return id;
}

export function isId(value: unknown): value is string {
  return typeof value === "string" && ID_PATTERN.test(value);
}
