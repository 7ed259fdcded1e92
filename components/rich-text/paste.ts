import { linkAddress } from "@/lib/text/markdown-link";
import { rename, unwrap, withoutBold } from "./paste-elements";
import { tidyLists } from "./paste-lists";
import { tidyTables } from "./paste-tables";

const GONE =
  "style, script, meta, link, title, xml, img, svg, picture, video, audio, iframe, object, input, select, button, .EOP";

/**
 * What Word, Google Docs, LibreOffice and pages put on the clipboard → the headings, lists, tables, links, bold and italic
 * in it, and nothing of its look. What comes from this editor stays as it is.
 */
export function cleanPaste(html: string): string {
  if (html.includes("data-pm-slice")) return html;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const gone of body.querySelectorAll(GONE)) gone.remove();
  tidyNames(body);
  tidyLists(body);
  tidyHeadings(body);
  tidyQuotes(body);
  tidyTables(body);
  tidyLinks(body);
  tidyWords(body);
  tidyEmpty(body);
  return body.innerHTML;
}

/** Comments, handlers, and elements with names of Office such as o:p, which hold nothing or words. */
function tidyNames(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  for (const one of body.querySelectorAll("*")) {
    for (const { name } of [...one.attributes]) if (name.startsWith("on")) one.removeAttribute(name);
    if (one.localName.includes(":")) unwrap(one);
  }
}

/** The highest level that was copied becomes a heading, those below follow. */
function tidyHeadings(body: HTMLElement): void {
  for (const title of body.querySelectorAll("p.MsoTitle, p[role=heading]")) {
    rename(title, `h${title.getAttribute("aria-level") ?? 1}`);
  }
  const headings = [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const highest = Math.min(...headings.map(levelOf));
  for (const heading of headings) {
    const level = Math.min(levelOf(heading) - highest + 2, 5);
    withoutBold(heading);
    rename(heading, `h${level}`);
  }
}

function levelOf({ localName }: Element): number {
  return Number(localName.slice(1));
}

function tidyQuotes(body: HTMLElement): void {
  for (const quote of body.querySelectorAll("p.MsoQuote, p.MsoIntenseQuote")) {
    const around = document.createElement("blockquote");
    quote.replaceWith(around);
    around.append(quote);
  }
}

/** Links to the web and to mailboxes; Google sends each through a page of its own. */
function tidyLinks(body: HTMLElement): void {
  for (const link of body.querySelectorAll("a")) {
    const typed = link.getAttribute("href") ?? "";
    const through = /^https:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/.exec(typed)?.[1];
    const href = /^(?:https?|mailto):/i.test(typed) ? linkAddress(through ? decodeURIComponent(through) : typed) : null;
    if (href === null) unwrap(link);
    else link.setAttribute("href", href);
  }
}

/** Blanks that only made room, and characters that nobody sees. */
function tidyWords(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    currentNode.nodeValue = (currentNode.nodeValue ?? "")
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
      .replace(/[ \u00a0\t\r\n]{2,}/g, " ");
  }
}

/** Paragraphs that were only space between others, and breaks between blocks. */
function tidyEmpty(body: HTMLElement): void {
  for (const line of body.querySelectorAll("br.Apple-interchange-newline")) line.remove();
  for (const block of body.querySelectorAll("p, h2, h3, h4, h5, blockquote")) {
    if (!block.closest("td, th") && (block.textContent ?? "").trim() === "") block.remove();
  }
  for (const line of body.querySelectorAll("br")) {
    const beside = [line.previousElementSibling, line.nextElementSibling];
    if (beside.some((one) => one && /^(?:p|div|h\d|[ou]l|table|blockquote)$/.test(one.localName))) line.remove();
  }
}
