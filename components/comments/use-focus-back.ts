import { useEffect, useRef } from "react";
import type { OpenField } from "@/lib/comments/types";

/** When a field closes under the keyboard's focus, puts it back on what opened it, or on the comment that it was about. */
export function useFocusBack(open: OpenField): void {
  const before = useRef(open);
  useEffect(() => {
    const { id, what } = before.current ?? {};
    before.current = open;
    if (open || !id || document.activeElement !== document.body) return;
    const comment = document.getElementById(`comment-${id}`);
    const opener = comment?.querySelector<HTMLElement>(`.act[href^="?${what}="]`);
    const closed = "details:not([open])";
    const folded = comment?.closest(closed) ?? opener?.closest(closed);
    const back = folded?.querySelector("summary") ?? opener ?? comment?.querySelector<HTMLElement>(".act") ?? comment;
    // What stays of a removed comment has nothing to press.
    if (back === comment) comment?.setAttribute("tabindex", "-1");
    back?.focus({ preventScroll: true });
  }, [open]);
}
