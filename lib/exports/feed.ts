import "server-only";
import { renderMarkdown } from "@/lib/text/markdown";
import { bestText } from "./best-text";
import { listPublic, readWriteUps } from "./queries";
import type { ReadableWriteUp } from "./types";
import { xml } from "./xml";

const ENTRIES = 50;

interface Words {
  title: string;
  subtitle: string;
  cityOf: (city: string) => string;
}

/**
 * What cities have published, newest first, as an Atom feed. It holds what everybody may read, whoever asks: a reader of
 * feeds keeps and passes on what it gets.
 */
export async function publicFeed(site: URL, languages: readonly string[], words: Words): Promise<string> {
  const listed = await listPublic(ENTRIES);
  const writeUps = await readWriteUps(
    null,
    listed.map(({ id }) => id),
  );
  const home = new URL("/", site).href;
  const self = new URL("/feed.xml", site).href;
  const updated = writeUps[0]?.updatedAt ?? new Date(0);
  return [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(languages[0] ?? "en")}">`,
    `<id>${xml(self)}</id>`,
    `<title>${xml(words.title)}</title>`,
    `<subtitle>${xml(words.subtitle)}</subtitle>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(home)}"/>`,
    `<icon>${xml(new URL("/icon.svg", site).href)}</icon>`,
    `<generator uri="${xml(home)}">Stafeta</generator>`,
    ...writeUps.map((writeUp) => entry(writeUp, site, words)),
    `</feed>\n`,
  ].join("\n");
}

/** In the language it was written in; its translations are named beside it. */
function entry(writeUp: ReadableWriteUp, site: URL, { cityOf }: Words): string {
  const { language, document } = bestText(writeUp, [writeUp.language]);
  const address = (given = language) =>
    new URL(`/write-ups/${writeUp.id}${given === writeUp.language ? "" : `?in=${given}`}`, site).href;
  const published = writeUp.revision?.releasedAt ?? writeUp.updatedAt;
  const content = [
    renderMarkdown(document.card),
    ...document.sections.filter(({ html }) => html !== "").map(({ html }) => html),
  ].join("\n");
  return [
    `<entry xml:lang="${xml(language)}">`,
    `<id>${xml(address(writeUp.language))}</id>`,
    `<title>${xml(document.title)}</title>`,
    `<updated>${writeUp.updatedAt.toISOString()}</updated>`,
    `<published>${published.toISOString()}</published>`,
    `<author><name>${xml(cityOf(writeUp.city.name))}</name></author>`,
    `<link rel="alternate" type="text/html" hreflang="${xml(language)}" href="${xml(address())}"/>`,
    ...writeUp.texts
      .filter((text) => text.language !== language)
      .map(
        (text) =>
          `<link rel="alternate" type="text/html" hreflang="${xml(text.language)}" href="${xml(address(text.language))}"/>`,
      ),
    `<category term="${writeUp.kind}"/>`,
    ...document.themes.map((theme) => `<category term="${xml(theme)}"/>`),
    `<summary>${xml(document.card)}</summary>`,
    `<content type="html">${xml(content)}</content>`,
    `</entry>`,
  ].join("\n");
}
