import "server-only";
import { idOfToken, tokenFor } from "@/lib/auth/tokens";
import type { Thing } from "@/lib/follows/types";

const LETTERS = { writeUpId: "W", sessionId: "S", commitmentId: "C", askId: "A" } as const;
const ID = /^([0-9a-hjkmnp-tv-z]{16})(?:([WSCA])([0-9a-hjkmnp-tv-z]{16}))?$/;

/** By which somebody says, without signing in, how often mail comes, or that they want to hear no more of one thing. */
export function mailToken(personId: string, thing: Thing | null): string {
  const [[kind, id] = [null, null]] = thing ? Object.entries(thing) : [];
  return tokenFor("unsubscribe", kind ? `${personId}${LETTERS[kind as keyof typeof LETTERS]}${id}` : personId);
}

/** Whose token it is and what their mail was about, or null when we did not make it. */
export function readMailToken(token: string): { personId: string; thing: Thing | null } | null {
  const [, personId, letter, id] = ID.exec(idOfToken("unsubscribe", token) ?? "") ?? [];
  if (!personId) return null;
  const kind = Object.entries(LETTERS).find(([, known]) => known === letter)?.[0];
  return { personId, thing: kind && id ? ({ [kind]: id } as Thing) : null };
}
