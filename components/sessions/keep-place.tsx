"use client";

import { useEffect, useRef } from "react";

/** When `on` changes, the button that was pressed is gone: the keyboard goes on at what stands in its place. */
export function KeepPlace({ on, children }: { on: string | null; children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const was = useRef(on);
  useEffect(() => {
    if (was.current === on) return;
    was.current = on;
    if (document.activeElement === document.body) box.current?.querySelector("summary")?.focus();
  }, [on]);
  return <div ref={box}>{children}</div>;
}
