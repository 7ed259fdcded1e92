import type { KeepNoteInput } from "./schema";
import type { KeptNote, NotesPage } from "./types";

const PATH = "/api/notes";
/** What a browser still sends for a page that is closing. */
const KEEPALIVE_MAX = 60_000;
/** A line that is lost without a word: after so many milliseconds it counts as away. */
const PATIENCE = 8000;

/** "away": no line, or the server is not there. "refused": it answered, and would answer so again. */
export type Trouble = "away" | "refused" | "locked";

/** Throws Trouble. */
export function loadNotes(sessionId: string): Promise<NotesPage> {
  return ask<NotesPage>(`${PATH}?session=${sessionId}`, {});
}

/** Throws Trouble. */
export function sendNote(input: Omit<KeepNoteInput, "language"> & { language: string }): Promise<KeptNote> {
  const body = JSON.stringify(input);
  return ask<KeptNote>(PATH, {
    method: "POST",
    body,
    headers: { "content-type": "application/json" },
    keepalive: body.length < KEEPALIVE_MAX,
  });
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  const answer = await fetch(path, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE), ...init }).catch(
    () => null,
  );
  const body = answer?.ok ? await answer.json().catch(() => null) : null;
  if (body !== null) return body as T;
  const status = answer?.status ?? 0;
  const trouble: Trouble =
    status === 409 ? "locked" : status >= 400 && status < 500 && status !== 429 ? "refused" : "away";
  throw trouble;
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id as lib/ids makes them, in the browser. */
export function newNoteId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => ALPHABET[byte & 31]).join("");
}
