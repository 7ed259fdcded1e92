interface Item {
  level: number;
  ordered: boolean;
  start: number;
  element: Element;
}

/** Word writes the items of a list as paragraphs, Word on the web each as a list of its own, Google nests beside the item. */
export function tidyLists(body: HTMLElement): void {
  for (const paragraph of [...body.querySelectorAll("p")]) {
    const item = itemOfWord(paragraph);
    if (item) place(item);
  }
  for (const wrapper of [...body.querySelectorAll(".ListContainerWrapper")]) {
    for (const element of [...wrapper.querySelectorAll("li")]) {
      const list = element.parentElement;
      wrapper.before(element);
      place({
        element,
        level: Number(element.getAttribute("data-aria-level") ?? element.getAttribute("aria-level") ?? 1),
        ordered: list?.localName === "ol",
        start: Number(list?.getAttribute("start") ?? 1),
      });
    }
    wrapper.remove();
  }
  for (const nested of [...body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")]) {
    const before = nested.previousElementSibling;
    if (before?.localName === "li") before.append(nested);
    else nested.replaceWith(...nested.children);
  }
}

/** The sign of an item stands in a span that Word is told to ignore; its style says the level. */
function itemOfWord(paragraph: HTMLElement): Item | null {
  const style = paragraph.getAttribute("style") ?? "";
  const level = /mso-list:[^;]*\blevel(\d+)/.exec(style)?.[1];
  if (level === undefined) return null;
  const sign = paragraph.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']");
  const words = (sign?.textContent ?? "").trim();
  sign?.remove();
  const number = /^\(?(\d+|[a-z]{1,4})[.)]/i.exec(words)?.[1];
  return {
    level: Number(level),
    ordered: number !== undefined,
    start: Number(number) || 1,
    element: paragraph,
  };
}

/** Into the list that stands just before, on the item's level, or into a new one. */
function place({ element, level, ordered, start }: Item): void {
  const item = element.localName === "li" ? element : document.createElement("li");
  const name = ordered ? "ol" : "ul";
  const before = element.previousElementSibling;
  let list = before?.hasAttribute("data-made") ? before : null;
  if (list && level === 1 && list.localName !== name) list = null;
  for (let depth = 1; list && depth < level; depth++) {
    const last: Element | null = list.lastElementChild;
    if (!last) break;
    const below: Element | null = last.querySelector(":scope > [data-made]:last-child");
    list = below && (depth + 1 < level || below.localName === name) ? below : last.appendChild(make(name, start));
  }
  if (!list) {
    list = make(name, start);
    element.before(list);
  }
  if (item !== element) {
    item.append(...element.childNodes);
    element.remove();
  }
  list.append(item);
}

function make(name: string, start: number): HTMLElement {
  const list = document.createElement(name);
  list.setAttribute("data-made", "");
  if (name === "ol" && start !== 1) list.setAttribute("start", String(start));
  return list;
}
