import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { isLinkAddress } from "./markdown-link";

/**
 * HTML is words here. Footnotes, check boxes and pictures would need more of the page than a section has: they stay as they
 * were typed.
 */
const PLAIN = {
  disable: {
    null: [
      "htmlFlow",
      "htmlText",
      "gfmFootnoteDefinition",
      "gfmFootnoteCall",
      "gfmPotentialFootnoteCall",
      "tasklistCheck",
      "labelStartImage",
    ],
  },
};

/**
 * The one reading of our Markdown: the page shows it and the editor opens it. Raw HTML comes out as text, and so does a
 * link to anywhere but http, https, mailto or a place of ours. Headings begin at h2 and leave no level out.
 */
export function markdownToHtml(markdown: string): string {
  const html = micromark(markdown, { extensions: [gfm(), PLAIN], htmlExtensions: [gfmHtml()] });
  return inOrder(
    html
      .replace(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs, (link, href: string, words: string) =>
        isLinkAddress(href.replaceAll("&amp;", "&")) ? link : words,
      )
      .replaceAll("\n</code></pre>", "</code></pre>"),
  );
}

/** The first heading is h2; a deeper one is one level below the one it stands under, however it was typed. */
function inOrder(html: string): string {
  const above: number[] = [];
  return html.replace(/<(\/?)h([1-6])>/g, (_, slash: string, typed: string) => {
    const level = Number(typed);
    if (!slash) {
      while ((above.at(-1) ?? 0) >= level) above.pop();
      above.push(level);
    }
    return `<${slash}h${Math.min(above.length + 1, 5)}>`;
  });
}
