import "server-only";
import sanitizeHtml from "sanitize-html";

const BLOCKS = ["p", "div", "blockquote", "ul", "ol", "li", "table", "tr", "pre", "h1", "h2", "h3", "h4", "h5", "h6"];
const APART = ["p", "ul", "ol", "table", "pre", "h1", "h2", "h3", "h4", "h5", "h6"];
/** The new words stand at the top; what is nested without an end costs the square of this. */
const MAX = 200_000;
/** Nobody quotes so deeply: each line would carry all levels. */
const QUOTES = 20;

/**
 * The words of a mail that has no plain part, laid out as one: paragraphs apart, what is quoted behind ">", a ruled line as
 * underscores, the address of a link behind its words.
 */
export function htmlWords(html: string): string {
  const safe = sanitizeHtml(html.slice(0, MAX), {
    allowedTags: [...BLOCKS, "br", "hr", "a", "td", "th"],
    allowedAttributes: { a: ["href"] },
    allowedSchemes: ["http", "https"],
    nonTextTags: ["style", "script", "textarea", "option", "noscript", "title", "template"],
  });
  const page = new Page();
  for (const [, tag, text] of safe.matchAll(/<([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) page.write(decode(text));
    else page.turn(tag ?? "");
  }
  return page.end();
}

class Page {
  private lines: string[] = [];
  private line = "";
  private depth = 0;
  private link = { href: "", from: 0 };

  write(text: string) {
    const words = text.replace(/[\s\u00a0]+/g, " ");
    this.line += this.line === "" ? words.trimStart() : words;
  }

  turn(tag: string) {
    const closing = tag.startsWith("/");
    const name = /^\/?(\w+)/.exec(tag)?.[1] ?? "";
    if (name === "a") this.anchor(closing, tag);
    else if (name === "td" || name === "th") this.write(" ");
    else {
      this.flush(name === "br");
      if (name === "hr") this.lines.push(this.quoted("_".repeat(20)));
      if (name === "blockquote") this.depth += closing ? -1 : 1;
      if (closing && APART.includes(name)) this.lines.push(this.quoted(""));
      if (name === "li" && !closing) this.line = "- ";
    }
  }

  end(): string {
    this.flush(false);
    return this.lines.join("\n");
  }

  private anchor(closing: boolean, tag: string) {
    const { href, from } = this.link;
    const words = this.line.slice(from);
    if (closing && href && words.trim() !== "" && !words.includes(href)) this.line += ` (${href})`;
    this.link = closing
      ? { href: "", from: 0 }
      : { href: decode(/href="([^"]*)"/.exec(tag)?.[1] ?? ""), from: this.line.length };
  }

  /** A line's end; an empty line only where one was asked for. */
  private flush(always: boolean) {
    const line = this.line.trimEnd();
    if (line !== "" || always) this.lines.push(this.quoted(line));
    this.line = "";
  }

  private quoted(line: string): string {
    return this.depth > 0 ? `${">".repeat(Math.min(this.depth, QUOTES))} ${line}` : line;
  }
}

/** The four that the sanitiser leaves. */
function decode(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}
