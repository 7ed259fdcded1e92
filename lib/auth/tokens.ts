import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import { settings } from "@/lib/env/settings";

/** A secret for a cookie: 32 random bytes. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored instead of a token. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

type TokenPurpose = "sign-in" | "invitation" | "link" | "unsubscribe";

/**
 * A secret that belongs to a row and can be made again from its id, so that a mail can carry it although the database
 * does not. `purpose` keeps the secrets of different kinds apart.
 */
export function tokenFor(purpose: TokenPurpose, id: string): string {
  return `${id}.${createHmac("sha256", settings.secret).update(`${purpose}:${id}`).digest("base64url")}`;
}

/** The id a token was made for, or null when it was not made by us. */
export function idOfToken(purpose: TokenPurpose, token: string): string | null {
  const id = token.split(".", 1)[0] ?? "";
  return hashToken(tokenFor(purpose, id)) === hashToken(token) ? id : null;
}

/** The six digits that go with a sign-in request. */
export function codeFor(requestId: string): string {
  const digest = createHmac("sha256", settings.secret).update(`code:${requestId}`).digest();
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, "0");
}
