import { describe, expect, it } from "vitest";
import { renderMarkdown } from "./markdown";
import { tame } from "./tame";

describe("a text that somebody typed to make trouble", () => {
  it("leaves what people write as it is", () => {
    for (const plain of [
      "> > a quotation in a quotation\n\n- one\n  - two\n    1. three",
      "- - - - - - - - - - - - - -",
      "שלום \u2067אנה\u2069 and e\u0301",
      "Nguyễn Văn Ậ",
    ])
      expect(tame(plain)).toBe(plain);
  });

  it.each(["> ", "- ", "1. ", "> - ", "* 2) "])("is not nested without end: %s", (marker) => {
    const html = renderMarkdown(`${marker.repeat(2_000)}a`);
    expect(html.match(/<(blockquote|ul|ol)/g)?.length).toBe(8);
    expect(html).toContain("a");
  });

  it("does not turn around what stands after it", () => {
    expect(tame("pay \u202e001 EUR\u202c now")).toBe("pay 001 EUR now");
    expect(tame("\u2067one\ntwo")).toBe("\u2067one\u2069\ntwo");
    expect(tame("one\u2069 two\u202c")).toBe("one two");
    expect(tame("\u202a\u2067one\u202c two")).toBe("\u202a\u2067one two\u2069\u202c");
  });

  it("has no towers of marks", () => {
    expect(tame(`a${"\u0301".repeat(2_000)}b`)).toBe(`a${"\u0301".repeat(6)}b`);
  });

  it.each([
    ["pictures", "![x](https://evil.example/a.png)", "<img"],
    ["scripts", "<img src=x onerror=alert(1)><script>alert(1)</script>", "<script"],
    ["links that run", "[a](javascript:alert(1)) [b](data:text/html,x)", "href"],
    ["frames", "<iframe src=//evil.example></iframe>", "<iframe"],
    ["styles", '<p style="position:fixed">x</p>', "<p style"],
  ])("brings no %s", (_, markdown, never) => {
    expect(renderMarkdown(markdown)).not.toContain(never);
  });

  it("keeps a line of 5,000 letters whole", () => {
    expect(renderMarkdown("x".repeat(5_000))).toBe(`<p>${"x".repeat(5_000)}</p>`);
  });
});
