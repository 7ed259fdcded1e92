import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./markdown";

describe("a text that somebody typed, on the page", () => {
  it.each([
    ["<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
    ["a <b onclick=alert(1)>b</b>", "<p>a &lt;b onclick=alert(1)&gt;b&lt;/b&gt;</p>"],
    ["[words](javascript:alert(1))", "<p>words</p>"],
    ["[words](JaVaScRiPt:alert(1) 'title')", "<p>words</p>"],
    ["[words](&#106;avascript:alert(1))", "<p>words</p>"],
    ["<javascript:alert(1)>", "<p>javascript:alert(1)</p>"],
    ["[words](data:text/html,x) [more](//evil.example) [most](vbscript:x)", "<p>words more most</p>"],
    ["![words](javascript:alert(1))", "<p>!words</p>"],
    ["[a **b**][c]\n\n[c]: javascript:alert(1)", "<p>a <strong>b</strong></p>"],
  ])("has neither scripts nor HTML of its own: %s", (markdown, html) => {
    expect(renderMarkdown(markdown)).toBe(html);
  });

  it.each(["https://example.org/a?b=c&d=e", "http://example.org/", "mailto:anna@example.org", "/library"])(
    "links to %s",
    (href) => {
      const html = `<p><a href="${href.replace("&", "&amp;")}" rel="nofollow ugc noopener">there</a></p>`;
      expect(renderMarkdown(`[there](${href})`)).toBe(html);
    },
  );

  it("keeps the page's order of headings, however they were typed", () => {
    const levels = (markdown: string) =>
      renderMarkdown(markdown)
        .match(/(?<=<h)\d/g)
        ?.join("");
    expect(levels("# a")).toBe("3");
    expect(levels("### a")).toBe("3");
    expect(levels("## a\n\n#### b\n\n##### c\n\n## d")).toBe("3453");
    expect(levels("#### a\n\n## b\n\n### c")).toBe("334");
    expect(levels("# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f")).toBe("345666");
  });

  it("shows tables with their alignment", () => {
    const html = renderMarkdown("| a | b |\n| :-: | --: |\n| 1 | `x\\|y` |");
    expect(html).toContain('<th align="center">a</th>');
    expect(html).toContain('<td align="right"><code>x|y</code></td>');
  });

  it("leaves footnotes, check boxes and pictures as they were typed", () => {
    expect(renderMarkdown("- [ ] a[^1]\n\n![plan](https://example.org/plan.png)")).toBe(
      '<ul>\n<li>[ ] a[^1]</li>\n</ul>\n<p>!<a href="https://example.org/plan.png" rel="nofollow ugc noopener">plan</a></p>',
    );
  });
});
