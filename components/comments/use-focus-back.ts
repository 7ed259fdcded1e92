import { useEffect, useRef } from "react";
import type { OpenField } from "@/lib/comments/types";

/** When a field closes under the keyboard's focus, puts it back on the comment that the field was about. */
export function useFocusBack(open: OpenField): void {
  const before = useRef(open);
  useEffect(() => {
    const { id } = before.current ?? {};
    before.current = open;
    if (open || !id || document.activeElement !== document.body) return;
    const comment = document.getElementById(`comment-${id}`);
    const folded = comment?.closest("details:not([open])")?.querySelector<HTMLElement>("summary");
    const back = folded ?? comment?.querySelector<HTMLElement>(".act") ?? comment;
    // What stays of a removed comment has nothing to press.
    if (back === comment) comment?.setAttribute("tabindex", "-1");
    back?.focus({ preventScroll: true });
  }, [open]);
}
