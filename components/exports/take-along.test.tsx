import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { JsonLd } from "./json-ld";
import { TakeAlong } from "./take-along";

const linksIn = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href?.replaceAll("&amp;", "&"));

test("a reader takes the language along that they read", () => {
  const html = renderToStaticMarkup(<TakeAlong address="/write-ups/x/export" language="pl" locale="en" />);
  expect(linksIn(html)).toEqual([
    "/write-ups/x/export?as=pdf&in=pl",
    "/write-ups/x/export?as=docx&in=pl",
    "/write-ups/x/export?as=md&in=pl",
    "/write-ups/x/export?as=json&in=pl",
    "/write-ups/x/export?as=pdf&open=yes&in=pl",
  ]);
});

test("no PDF is offered where it has no letters", () => {
  const html = renderToStaticMarkup(<TakeAlong address="/write-ups/x/export" language="zh-Hant" locale="it" />);
  expect(html).not.toContain("pdf");
});

test("a selection keeps its filters, and comes as a table too", () => {
  const html = renderToStaticMarkup(<TakeAlong address="/library/export?phase=rebuild" count={3} locale="it" />);
  expect(linksIn(html)).toContain("/library/export?phase=rebuild&as=csv");
});

test("a title cannot end the script that it stands in", () => {
  const html = renderToStaticMarkup(<JsonLd data={{ headline: "</script><script>alert(1)//", note: "<!--" }} />);
  expect(html.match(/<\/?script/g)).toEqual(["<script", "</script"]);
  const json = /<script[^>]*>(.*)<\/script>/.exec(html)?.[1] ?? "";
  expect(JSON.parse(json)).toEqual({ headline: "</script><script>alert(1)//", note: "<!--" });
});
