type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Two rows of a form change what they hold; the fields stay where they are, so that their names still say the order. Whoever
 * listens for typing hears of it.
 */
export function swapRows(form: HTMLFormElement, a: number, b: number): void {
  const others = controlsOf(form, b);
  for (const [field, one] of controlsOf(form, a)) {
    const other = others.get(field);
    if (!other) continue;
    [one.value, other.value] = [other.value, one.value];
    if (one instanceof HTMLInputElement && other instanceof HTMLInputElement && one.type === "checkbox") {
      [one.value, other.value] = [other.value, one.value];
      [one.checked, other.checked] = [other.checked, one.checked];
    }
  }
  swapFolds(rowOf(form, a), rowOf(form, b));
  for (const row of [a, b])
    controlsOf(form, row)
      .values()
      .next()
      .value?.dispatchEvent(new Event("input", { bubbles: true }));
}

export function rowOf(form: HTMLFormElement, row: number): HTMLElement | null {
  return form.querySelector<HTMLElement>(`#row-${row}`);
}

function controlsOf(form: HTMLFormElement, row: number): Map<string, Control> {
  const prefix = `rows.${row}.`;
  const found = form.querySelectorAll<Control>(`[name^="${prefix}"]`);
  return new Map([...found].map((control) => [control.name.slice(prefix.length), control]));
}

/** What a fold says of its content, and whether it is open, belongs to the content. */
function swapFolds(a: HTMLElement | null, b: HTMLElement | null): void {
  const folds = b?.querySelectorAll("details") ?? [];
  a?.querySelectorAll("details").forEach((one, index) => {
    const other = folds[index];
    const [says, too] = [one.querySelector("summary"), other?.querySelector("summary")];
    if (!other || !says || !too) return;
    [one.open, other.open] = [other.open, one.open];
    [says.textContent, too.textContent] = [too.textContent, says.textContent];
  });
}
