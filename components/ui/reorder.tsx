"use client";

import { useEffect, useRef, useState } from "react";
import { dragRow } from "./drag-row";
import { rowOf, swapRows } from "./swap-rows";

interface Props {
  /** What is said when a row is at its new place, one sentence for each place. */
  places: string[];
  /** The place of a row that was just moved without JavaScript, from 0. */
  moved?: number;
  children: React.ReactNode;
}

/**
 * Rows that change places: by their buttons, or dragged by the handle. The buttons send the form until this has loaded, and
 * when one of the two rows has an error, so that the error finds its row again.
 */
export function Reorder({ places, moved, children }: Props) {
  const [said, setSaid] = useState(moved === undefined ? "" : (places[moved] ?? ""));
  const area = useRef<HTMLDivElement>(null);
  const count = places.length;

  useEffect(() => {
    const rows = area.current;
    const form = rows?.closest("form");
    if (!rows || !form) return;
    const move = (from: number, to: number) => {
      const step = to > from ? 1 : -1;
      for (let at = from; at !== to; at += step) swapRows(form, at, at + step);
      setSaid(places[to] ?? "");
    };
    const press = (event: MouseEvent) => {
      const button = event.target instanceof Element && event.target.closest<HTMLButtonElement>('button[name="move"]');
      if (!button) return;
      const [way, at] = button.value.split("-");
      const from = Number(at);
      const to = way === "up" ? from - 1 : from + 1;
      if ([from, to].some((row) => rowOf(form, row)?.querySelector('[aria-invalid="true"]'))) return;
      event.preventDefault();
      move(from, to);
      const buttons = [...(rowOf(form, to)?.querySelectorAll<HTMLButtonElement>('button[name="move"]') ?? [])];
      (buttons.find(({ value }) => value.startsWith(`${way}-`)) ?? buttons[0])?.focus();
    };
    const drag = (event: PointerEvent) => dragRow(event, form, count, move);
    rows.addEventListener("click", press);
    rows.addEventListener("pointerdown", drag);
    return () => {
      rows.removeEventListener("click", press);
      rows.removeEventListener("pointerdown", drag);
    };
  }, [places, count]);

  return (
    <div className="stack fields" ref={area}>
      {/* Enter in a field sends the form with its first button, which must not be one that moves a row. */}
      <button className="vh" tabIndex={-1} aria-hidden="true" />
      <p className="vh" role="status">
        {said}
      </p>
      {children}
    </div>
  );
}
