import type { About } from "./types";

/** Where one reads what is said about a thing, or one comment of it. */
export function pathOf(about: About, commentId?: string): string {
  const thing =
    "writeUpId" in about
      ? `/write-ups/${about.writeUpId}`
      : "sessionId" in about
        ? `/sessions/${about.sessionId}`
        : `/asks/${about.askId}`;
  return commentId ? `${thing}?comment=${commentId}#comment-${commentId}` : thing;
}
