const STATUS = "passages-status";
/** Longer than a page takes to come anew on a slow line. */
const PATIENCE = 10_000;

/** The id of the line that says for the ear what happened. */
export const statusId = STATUS;

export function announce(words: string): void {
  const line = document.getElementById(STATUS);
  if (line) line.textContent = words;
}

/** Puts the focus on an element as soon as the page has it, and says what happened. */
export function focusWhenThere(id: string, words: string): void {
  const look = () => {
    const element = document.getElementById(id);
    if (!element) return false;
    element.closest("details")?.setAttribute("open", "");
    // An answer is in the order of no keyboard.
    if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
    element.focus();
    announce(words);
    return true;
  };
  if (look()) return;
  const watch = new MutationObserver(() => look() && stop());
  const timer = setTimeout(() => stop(), PATIENCE);
  const stop = () => {
    watch.disconnect();
    clearTimeout(timer);
  };
  watch.observe(document.body, { childList: true, subtree: true });
}
