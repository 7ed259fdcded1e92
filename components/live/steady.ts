/** React puts changes on the page a little later; several that come together are one. */
const LASTS = 500;
const STANDS = "main :is(article, form, p, h1, h2, h3)";

/** Each with where it stood: the thing itself, and the one around it that is known by its id, should it be made anew. */
let held: { anchor: Element; at: number }[] = [];
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
  const around = anchor?.closest("article[id]");
  held = [anchor, around].flatMap((one) => (one ? [{ anchor: one, at: placeOf(one) }] : []));
  if (watcher) return;
  watcher = new MutationObserver(settle);
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
  addEventListener("scroll", look, { passive: true });
}

/** Before it is painted. What the browser itself has moved back counts as not moved. */
function settle(): void {
  const stands = held.flatMap(({ anchor, at }) => {
    const now = anchor.isConnected ? anchor : anchor.id && document.getElementById(anchor.id);
    return now ? [{ anchor: now, at }] : [];
  });
  const [first] = stands;
  if (!first) return;
  const moved = placeOf(first.anchor) - first.at;
  if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
  held = stands;
  look();
}

/** Whoever scrolls meanwhile sees to it themselves where things are. */
function look(): void {
  held = held.map(({ anchor }) => ({ anchor, at: placeOf(anchor) }));
}

function letGo(): void {
  removeEventListener("scroll", look);
  watcher?.disconnect();
  watcher = null;
  held = [];
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

function placeOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
