/** Which comment stands in an element that `besideHtml` wrote, and who said it. */
export function saidIn(note: HTMLElement): { id: string; name: string } {
  const alone = note.querySelector(":scope > header > b")?.textContent;
  // Behind the city in the header, the name stands before the time.
  const signed = note.querySelector(":scope > .muted > a")?.previousSibling?.textContent ?? "";
  return { id: note.id.replace("beside-", ""), name: alone ?? signed.replace(/, $/, "") };
}
