import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { anchorFrom } from "@/lib/passages/anchor";
import { arrange } from "@/lib/passages/arrange";
import { demoTexts } from "@/lib/passages/testing/texts";
import { randomFrom } from "@/lib/passages/testing/tracked";
import type { Beside } from "@/lib/passages/types";
import { wordsOf } from "@/lib/passages/words";
import { renderMarkdown } from "@/lib/text/markdown";
import { wovenSection } from "./woven";

const KEYS = ["problem", "what-is-done", "conditions", "lessons"];
const WORDS = 2_000;
const COMMENTS = 40;
const SAID = [
  "We saw the same in the spring. Who paid for the vans in the first weeks?",
  "Did the parishes agree at once, or did somebody have to ask twice? With us it took until June, and then only because the mayor called.",
  "Thank you. This is what we were looking for.",
];

/** Four sections of real words, in paragraphs as people write them. */
function text() {
  const lines = demoTexts()
    .flatMap((one) => one.split("\n"))
    .filter((line) => line.length > 60);
  return KEYS.map((key) => {
    const paragraphs: string[] = [];
    const count = () => paragraphs.join(" ").split(" ").length;
    while (count() < WORDS / KEYS.length) paragraphs.push(lines.splice(0, 2).join(" "));
    return { key, html: renderMarkdown(paragraphs.join("\n\n")) };
  });
}

function comments(sections: { key: string; html: string }[], language: string): Beside[] {
  const random = randomFrom(5);
  return Array.from({ length: COMMENTS }, (_, n) => {
    const { key, html } = sections[n % sections.length] ?? { key: "", html: "" };
    const { text: words } = wordsOf(html);
    const start = words.indexOf(" ", random() * (words.length - 100)) + 1;
    const end = words.indexOf(" ", start + 40);
    const said = (words: string | undefined) => ({
      id: newId(),
      name: "Joost Vermeulen",
      city: { code: "RTM", name: "Rotterdam", accent: "rtm" },
      html: renderMarkdown(words ?? ""),
      language: "en",
      createdAt: new Date(1_790_000_000_000 + n * 60_000).toISOString(),
      when: "5 October 2026, 10:46 CEST",
    });
    return {
      ...said(SAID[n % SAID.length]),
      answers: n % 4 === 0 ? 2 : 0,
      newest: n % 4 === 0 ? said(SAID[(n + 1) % SAID.length]) : null,
      anchor: anchorFrom({ section: key, language }, words, start, end),
    };
  });
}

function written(language: string, beside: Beside[], sections: { key: string; html: string }[]): string {
  const arranged = arrange({ language, sections }, beside);
  return sections
    .map(({ key, html }) => {
      const around = arranged.get(key) ?? { here: [], gone: [], elsewhere: [] };
      const talk = { beside, post: true, shared: null };
      return wovenSection({ key, html, arranged: around, talk, language, locale: "en" }).join("");
    })
    .join("");
}

const bytes = (html: string) => Buffer.byteLength(html);

test.each([
  { language: "en", frame: 785, verb: 115, whole: 54_500, sent: 10_000 },
  { language: "it", frame: 830, verb: 165, whole: 58_500, sent: 10_500 },
])(
  "a text of 2,000 words in $language with 40 comments on it stays small",
  ({ language, frame, verb, whole, sent }) => {
    const sections = text();
    const beside = comments(sections, language);
    const blocks = sections.reduce((sum, { html }) => sum + wordsOf(html).blocks.length, 0);
    const own = bytes(sections.map(({ html }) => html).join(""));
    const alone = bytes(written(language, [], sections));
    const html = written(language, beside, sections);
    const said = beside.reduce((sum, { html: words, newest }) => sum + bytes(words) + bytes(newest?.html ?? ""), 0);
    expect((alone - own) / blocks, "for each paragraph").toBeLessThanOrEqual(verb);
    expect((bytes(html) - alone - said) / COMMENTS, "around each comment").toBeLessThanOrEqual(frame);
    expect(bytes(html)).toBeLessThanOrEqual(whole);
    expect(gzipSync(html).length).toBeLessThanOrEqual(sent);
  },
);
