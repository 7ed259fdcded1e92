/** React puts changes on the page a little later; several that come together are one. */
const LASTS = 500;
const STANDS = "main :is(article, form, li, p, h1, h2, h3)";

let held: { anchor: Element; id: string; at: number } | null = null;
let watcher: MutationObserver | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Call it right before the page is changed by what others do: the field in which somebody writes, or what they read, stays
 * where it is on the screen, also in browsers that do not see to it themselves.
 */
export function holdSteady(): void {
  clearTimeout(timer);
  timer = setTimeout(letGo, LASTS);
  const anchor = anchorNow();
  held = anchor && { anchor, id: anchor.id, at: placeOf(anchor) };
  if (watcher) return;
  watcher = new MutationObserver(settle);
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** Before it is painted, and before the browser's own scroll anchoring. */
function settle(): void {
  // What was made anew is known by its id.
  const anchor = held?.anchor.isConnected ? held.anchor : held?.id && document.getElementById(held.id);
  if (!held || !anchor) return;
  const at = placeOf(anchor);
  if (at !== held.at) scrollBy({ top: at - held.at, behavior: "instant" });
  held.at = at;
}

function letGo(): void {
  watcher?.disconnect();
  watcher = null;
  held = null;
}

/** The field with the cursor, if one sees it; otherwise the first thing that one sees whole. */
function anchorNow(): Element | null {
  const field = document.activeElement;
  if (field?.matches("textarea, input, select, [contenteditable]") && isSeen(field)) return field;
  return [...document.querySelectorAll(STANDS)].find(begins) ?? null;
}

function isSeen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function begins(element: Element): boolean {
  const { top, height } = element.getBoundingClientRect();
  return top >= 0 && top < innerHeight && height > 0;
}

/** On the page, however far one has scrolled. */
function placeOf(element: Element): number {
  return element.getBoundingClientRect().top + scrollY;
}
