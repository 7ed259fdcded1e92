export function rename(element: Element, name: string): Element {
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** A heading is bold anyway. */
export function withoutBold(heading: Element): void {
  for (const bold of heading.querySelectorAll("b, strong")) unwrap(bold);
  for (const styled of heading.querySelectorAll<HTMLElement>("[style]")) styled.style.fontWeight = "";
}
