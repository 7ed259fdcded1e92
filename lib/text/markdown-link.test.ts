import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeAddress, isLinkAddress, linkAddress, splitAddresses } from "./markdown-link";

describe("the address of a link", () => {
  it.each([
    ["https://example.org/a b", null],
    [" https://example.org/a ", "https://example.org/a"],
    ["www.comune.torino.it/nodi", "https://www.comune.torino.it/nodi"],
    ["example.org:8080/x?y=z#w", "https://example.org:8080/x?y=z#w"],
    ["anna@example.org", "mailto:anna@example.org"],
    ["mailto:anna@example.org", "mailto:anna@example.org"],
    ["/library?q=x", "/library?q=x"],
    ["https://example.org/caffè", "https://example.org/caff%C3%A8"],
    ["javascript:alert(1)", null],
    ["JAVASCRIPT:alert(1).it", null],
    ["data:text/html,x.y", null],
    ["file:///C:/plan.docx", null],
    ["//evil.example", null],
    ["/\\evil.example", null],
    ["words", null],
    ["", null],
  ])("typed as %j is %j", (typed, href) => {
    expect(linkAddress(typed)).toBe(href);
  });

  it("never leads anywhere but to the web, a mailbox or a place of ours", () => {
    const typed = fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^[a-z]{1,10}:[!-~]{0,20}$/));
    fc.assert(
      fc.property(typed, (text) => {
        const href = linkAddress(text);
        if (href === null) return;
        expect(isLinkAddress(href)).toBe(true);
        expect(["http:", "https:", "mailto:"]).toContain(new URL(href, "https://here.example").protocol);
        expect(encodeAddress(href)).toBe(href);
      }),
    );
  });

  it("is found in a text, without the punctuation of the sentence", () => {
    const text = "See https://example.org/a_(b), www.example.org. Or (write to anna@example.org)!";
    expect(splitAddresses(text)).toEqual([
      { text: "See ", href: null },
      { text: "https://example.org/a_(b)", href: "https://example.org/a_(b)" },
      { text: ", ", href: null },
      { text: "www.example.org", href: "https://www.example.org" },
      { text: ". Or (write to ", href: null },
      { text: "anna@example.org", href: "mailto:anna@example.org" },
      { text: ")!", href: null },
    ]);
  });
});
