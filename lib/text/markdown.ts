import "server-only";
import sanitizeHtml from "sanitize-html";
import { markdownToHtml } from "./markdown-html";
import { tame } from "./tame";

const TAGS = [
  "p",
  "br",
  "strong",
  "em",
  "del",
  "a",
  "ul",
  "ol",
  "li",
  "blockquote",
  "code",
  "pre",
  "h3",
  "h4",
  "h5",
  "h6",
  "hr",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
];

/** Headings of a text stand under the page's own h2. */
const HEADINGS: Record<string, string> = { h2: "h3", h3: "h4", h4: "h5", h5: "h6" };

/**
 * Markdown as it was typed → HTML that is safe to put on a page. Rendered once, when it is written. Raw HTML comes out
 * as text; links go to http, https and mailto only.
 */
export function renderMarkdown(markdown: string): string {
  return sanitizeHtml(markdownToHtml(tame(markdown)), {
    allowedTags: TAGS,
    allowedAttributes: { a: ["href", "rel"], th: ["align"], td: ["align"], ol: ["start"] },
    allowedSchemes: ["http", "https", "mailto"],
    allowProtocolRelative: false,
    disallowedTagsMode: "escape",
    transformTags: {
      ...Object.fromEntries(Object.entries(HEADINGS).map(([from, to]) => [from, sanitizeHtml.simpleTransform(to, {})])),
      a: sanitizeHtml.simpleTransform("a", { rel: "nofollow ugc noopener" }),
    },
  }).trim();
}

/** The words of rendered HTML, for search and for the plain part of a mail. */
export function plainText(html: string): string {
  return sanitizeHtml(html.replace(/<\/(p|li|h\d|tr|blockquote)>/g, " $&"), { allowedTags: [], allowedAttributes: {} })
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim();
}
