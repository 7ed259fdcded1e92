import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Media } from "@/lib/write-ups/document";
import { Documents } from "./documents";
import { Pictures } from "./pictures";

const picture: Media = {
  id: "m1",
  fileId: "f1",
  kind: "picture",
  caption: "La sala",
  alt: "Una sala con tavoli.",
  credit: "Anna & figli",
  licence: "cc-by",
  width: 1200,
  height: 800,
  size: 90_000,
  audience: "public",
};
const paper: Media = {
  ...picture,
  id: "m2",
  kind: "document",
  fileId: "f2",
  caption: "Patto",
  width: null,
  height: null,
};

describe("the pictures of a text", () => {
  it("come in the widths that are stored, keep their place while they load, and say what they show and whose they are", () => {
    const html = renderToStaticMarkup(<Pictures media={[picture, paper]} lang="it" locale="en" />);
    expect(html).toContain('srcSet="/files/f1/480 480w, /files/f1/960 960w, /files/f1/1200 1200w"');
    expect(html).toContain('width="1200" height="800"');
    expect(html).toContain('alt="Una sala con tavoli." lang="it"');
    expect(html).toContain("Picture: Anna &amp; figli");
    expect(html).toContain('href="https://creativecommons.org/licenses/by/4.0/"');
    expect(html).not.toContain("Patto");
  });

  it("have a licence in its maker's own words where there is no better", () => {
    const html = renderToStaticMarkup(<Pictures media={[{ ...picture, licence: "Stampa libera" }]} locale="it" />);
    expect(html).toContain("Stampa libera");
  });

  it("are not there when there are none", () => {
    expect(renderToStaticMarkup(<Pictures media={[paper]} locale="en" />)).toBe("");
    expect(renderToStaticMarkup(<Documents media={[picture]} locale="en" />)).toBe("");
  });
});

it("the documents of a text say how large they are before somebody downloads them", () => {
  const html = renderToStaticMarkup(<Documents media={[picture, paper]} lang="it" locale="en" />);
  expect(html).toContain('<a class="act" href="/files/f2" lang="it">Patto</a>');
  expect(html).toContain("90 kB");
  expect(html).not.toContain("La sala");
});
