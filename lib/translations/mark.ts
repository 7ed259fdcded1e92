import "server-only";
import { createHash } from "node:crypto";

/** A short mark of some words: it changes if and only if one of them does. */
export function markOf(words: readonly { key: string; text: string }[]): string {
  const text = JSON.stringify(words.map((word) => [word.key, word.text]));
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

export function markOfTranslation(words: readonly { key: string; translation: string }[]): string {
  return markOf(words.map(({ key, translation }) => ({ key, text: translation })));
}
