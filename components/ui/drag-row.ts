import { rowOf } from "./swap-rows";

/** As near to an edge the page scrolls along; on a phone the places stand at the lower one. */
const EDGE = 120;
const SPEED = 14;
/** Half a row, but rows can be taller than the window. */
const DEEP = 80;

/** Follows a handle with mouse, pen or finger, shows where the row would go, and moves it there. Escape lets go. */
export function dragRow(
  start: PointerEvent,
  form: HTMLFormElement,
  count: number,
  move: (from: number, to: number) => void,
): void {
  const grip = start.target instanceof Element ? start.target.closest<HTMLElement>(".grip") : null;
  if (!grip || start.button !== 0) return;
  start.preventDefault();
  const from = Number(grip.dataset.row);
  const rows = Array.from({ length: count }, (_, index) => rowOf(form, index));
  let y = start.clientY;
  let to = from;
  let frame = 0;

  const mark = () => {
    to = placeAt(rows, y, from);
    rows.forEach((row, index) => {
      if (!row) return;
      row.toggleAttribute("data-held", index === from);
      if (index === to && to !== from) row.dataset.drop = to < from ? "before" : "after";
      else delete row.dataset.drop;
    });
  };
  const scroll = () => {
    const way = y < EDGE ? -1 : y > innerHeight - EDGE ? 1 : 0;
    if (way !== 0) {
      scrollBy(0, way * SPEED);
      mark();
    }
    frame = requestAnimationFrame(scroll);
  };
  const follow = (event: PointerEvent) => {
    y = event.clientY;
    mark();
  };
  const end = (drop: boolean) => {
    cancelAnimationFrame(frame);
    grip.removeEventListener("pointermove", follow);
    grip.removeEventListener("pointerup", up);
    grip.removeEventListener("pointercancel", cancel);
    removeEventListener("keydown", key);
    for (const row of rows) {
      row?.removeAttribute("data-held");
      row?.removeAttribute("data-drop");
    }
    if (drop && to !== from) {
      move(from, to);
      rows[to]?.scrollIntoView({ block: "nearest" });
    }
  };
  const up = () => end(true);
  const cancel = () => end(false);
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") end(false);
  };

  grip.setPointerCapture(start.pointerId);
  grip.addEventListener("pointermove", follow);
  grip.addEventListener("pointerup", up);
  grip.addEventListener("pointercancel", cancel);
  addEventListener("keydown", key);
  mark();
  frame = requestAnimationFrame(scroll);
}

/** The furthest row that the pointer has gone deep enough into, counted from the row that is held. */
function placeAt(rows: (HTMLElement | null)[], y: number, from: number): number {
  let to = from;
  rows.forEach((row, index) => {
    if (!row || index === from) return;
    const { top, bottom, height } = row.getBoundingClientRect();
    const deep = Math.min(height / 2, DEEP);
    if (index < from && y < bottom - deep) to = Math.min(to, index);
    if (index > from && y > top + deep) to = Math.max(to, index);
  });
  return to;
}
