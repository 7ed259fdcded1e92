import { holdSteady } from "@/components/live/steady";
import type { ThreadData } from "@/lib/comments/client";
import type { OpenField, Span, ThreadComment } from "@/lib/comments/types";

/** The page of a thread, as far as whoever listens has to know it. */
export interface Page {
  /** What the server wrote. */
  span: Span;
  open: OpenField;
  /** Shows new comments behind those that stand as the server wrote them. */
  setAfter: (after: ThreadComment[]) => void;
  removed: (by: "author" | "moderator") => string;
}

/** Comments that are not data of the thread, to be treated as if they were. */
export function asThread(comments: ThreadComment[]): ThreadData {
  const page = { comments, earlier: null, later: null } as ThreadData["pages"][number];
  return { pages: [page], pageParams: [null] };
}

export function standsAs(id: string): HTMLElement | null {
  return document.getElementById(`comment-${id}`);
}

/** What stays of a comment that stands as the server wrote it. */
export function empty(element: Element, words: string): void {
  const left = document.createElement("p");
  left.className = "muted";
  left.textContent = words;
  holdSteady();
  element.replaceChildren(left);
}

/** Whoever stood on a link of a comment stands on it again when the comment was made anew. */
export function focusedIn(): () => void {
  const link = document.activeElement;
  const comment = link?.closest("article.comment");
  if (!link || !comment) return () => {};
  const at = [...comment.querySelectorAll("a, button")].indexOf(link);
  return () => {
    const again = document.getElementById(comment.id)?.querySelectorAll<HTMLElement>("a, button")[at];
    if (document.activeElement === document.body) again?.focus({ preventScroll: true });
  };
}
