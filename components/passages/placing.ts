/** Puts something below a block: in its point of a list, or after the outermost element and what stands beside it already. */
export function placeFor(block: HTMLElement, section: HTMLElement): ((note: HTMLElement) => void) | null {
  const point = block.closest("li");
  if (point && section.contains(point)) {
    const nested = [...point.children].find((child) => child.matches("ul, ol"));
    return (note) => point.insertBefore(note, nested ?? null);
  }
  let top: HTMLElement | null = block;
  while (top && top !== section && !top.parentElement?.matches("[data-passages], [data-passages] > .stack, .spot"))
    top = top.parentElement;
  if (!top || top === section) return null;
  const outer = top;
  return (note) => {
    let spot = outer.parentElement;
    if (!spot?.matches(".spot")) {
      spot = document.createElement("div");
      spot.className = "spot";
      outer.replaceWith(spot);
      spot.append(outer);
    }
    spot.append(note);
  };
}

/** Changes what stands above the part that is looked at, which stays where it is. */
export function steadily(change: () => void, above: boolean): void {
  const before = document.documentElement.scrollHeight;
  const at = scrollY;
  change();
  const grown = document.documentElement.scrollHeight - before;
  if (above && scrollY === at && grown > 0) scrollBy({ top: grown, behavior: "instant" });
}

export function isInSight(block: HTMLElement): boolean {
  const { top, bottom } = block.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
