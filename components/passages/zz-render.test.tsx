import { writeFileSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { Sections } from "@/components/write-ups/reading/sections";
import { renderMarkdown } from "@/lib/text/markdown";
import { anchorFrom } from "@/lib/passages/anchor";
import { wordsOf } from "@/lib/passages/words";
import { renderToStaticMarkup } from "react-dom/server";
import { rotterdam as x, crisisCase } from "@/db/seed/content/turin";
import * as turin from "@/db/seed/content/turin";
it("renders", () => {
  const w: any = Object.values(turin).find((v: any) => v.sections && v.kind === "case");
  const sections = w.sections.map((s: any) => ({ key: s.key, html: s.text ? renderMarkdown(s.text.en) : "", empty: null, audience: "public" }));
  const cities = [["RTM","Rotterdam","rtm"],["WAW","Warsaw","waw"],["BIL","Bilbao","bil"]];
  let n = 0;
  const mk = (key: string, quote: string, html: string, more: object = {}) => { const words = wordsOf(sections.find((s: any) => s.key === key).html).text; const at = words.indexOf(quote); const [code,name,accent] = cities[n % 3]!; n += 1;
    return { id: `c${n}aaaaaaaaaaaaaa`, name: ["Joost V.","Anna K.","Iker M."][n%3]!, city: { code, name, accent }, html, language: "en", createdAt: `2026-11-23T0${n%10}:00:00Z`, when: "23 November 2026, 11:20", answers: n % 3, anchor: anchorFrom({ section: key, language: "en" }, words, at, at + quote.length), ...more } as any; };
  const beside = [
    mk("what-is-done", "12 nodes", "<p>Our 2021 budget named the phone lines as worth keeping. Which of your nodes are still open, and who pays?</p>"),
    mk("what-is-done", "territorial nodes, which third-sector organisations managed (City Council)", "<p>Who chose them?</p>"),
    mk("what-is-done", "counted 14", "<p>Third one here.</p>"),
    mk("what-is-done", "about 250 tonnes of food", `<p>${"A longer thought about food and what it weighs. ".repeat(12)}</p>`),
    mk("what-is-done", "7,400 households followed", "<p>Is that per month?</p>"),
    mk("what-is-done", "A house with 40 beds", "<p>We had the same, with <strong>60</strong> beds.</p>"),
  ];
  const g = mk("what-is-done", "12 nodes", "<p>Does this still hold?</p>"); g.anchor = { ...g.anchor, quote: "about words nobody finds in this text any more at all", before: "x", after: "y" };
  const e = mk("what-is-done", "12 nodes", "<p>Come si chiama?</p>", { language: "it" }); e.anchor = { ...e.anchor, language: "it", quote: "La rete lavorava così" };
  const all = [...beside, g, e];
  const render = (b: any[], post = true) => renderToStaticMarkup(<Sections document={{ sections, buildingBlocks: [], observations: [] } as any} city="Turin" language="en" locale="en" talk={{ beside: b, post, shared: null }} />);
  const html = render(all);
  const css = readFileSync("components/layout/stafeta.css", "utf8");
  writeFileSync("/tmp/passages/static.html", `<!doctype html><html lang="en"><meta name=viewport content="width=device-width"><link rel=stylesheet href="static.css"><body><div class="page"><main>${html}</main></div></body></html>`);
  writeFileSync("/tmp/passages/static.css", css);
  // forty comments
  const forty: any[] = []; for (let i = 0; i < 40; i++) { const s = sections.filter((s: any) => s.html)[i % sections.filter((s: any) => s.html).length]; const words = wordsOf(s.html).text; const at = Math.floor(words.length * ((i * 7 % 10) / 11)); forty.push(mk(s.key, words.slice(at, at + 60), "<p>Our 2021 budget named the phone lines as worth keeping. Which of your nodes are still open, and who pays for that today?</p>")); }
  const plain = renderToStaticMarkup(<Sections document={{ sections, buildingBlocks: [] } as any} city="Turin" language="en" locale="en" talk={null} />);
  const big = render(forty), none = render([]);
  console.log("bytes", { plain: plain.length, none: none.length, forty: big.length, gz: [plain, none, big].map((h) => gzipSync(h).length), words: plain.replace(/<[^>]+>/g, " ").split(/\s+/).length });
  for (let k = 0; k < 50; k++) render(forty); for (let k = 0; k < 50; k++) render([]);
  let t = performance.now(); for (let k = 0; k < 100; k++) render(forty); console.log("forty ms", (performance.now() - t) / 100);
  t = performance.now(); for (let k = 0; k < 100; k++) render([]); console.log("none ms", (performance.now() - t) / 100);
  t = performance.now(); for (let k = 0; k < 100; k++) renderToStaticMarkup(<Sections document={{ sections, buildingBlocks: [] } as any} city="Turin" language="en" locale="en" talk={null} />); console.log("without talk ms", (performance.now() - t) / 100);
  expect(1).toBe(1);
});
