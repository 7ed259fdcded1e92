import type { About } from "./types";

/** The topic of lib/live under which all that is said about a thing is told. */
export function talkTopic(about: About): string {
  if ("writeUpId" in about) return `talk-write-up:${about.writeUpId}`;
  return "sessionId" in about ? `talk-session:${about.sessionId}` : `talk-ask:${about.askId}`;
}

/** A comment was posted; or one was changed, removed, hidden, resolved or reacted to. */
export const SAID = "said";
export const CHANGED = "changed";
