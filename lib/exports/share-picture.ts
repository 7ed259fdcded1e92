import "server-only";
import path from "node:path";
import { type Font, openSync } from "fontkit";
import { LRUCache } from "lru-cache";
import sharp from "sharp";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { getWriteUp } from "@/lib/write-ups/queries";
import { xml } from "./xml";

const WIDTH = 1200;
const HEIGHT = 630;
const SIDE = 72;

/** The colours of the paper and of the cities, as on the pages by day. */
const INK = "#1a2026";
const PAPER = "#fbfaf7";
const ACCENTS: Record<string, string> = {
  tor: "#9a2929",
  dub: "#0f6a31",
  bil: "#016569",
  rtm: "#1f53aa",
  sfo: "#854408",
  bhz: "#516003",
  waw: "#84307f",
};

const kept = new LRUCache<string, Uint8Array>({
  max: 200,
  maxSize: 20 * 1024 * 1024,
  sizeCalculation: (png) => png.length,
});

/**
 * The picture that goes with a link to a published write-up: the city's plate and the title. Null for everything that is not
 * public, whoever asks: what fetches it shows it to others.
 */
export async function sharePicture(id: string, language: string, locale: Locale): Promise<Uint8Array | null> {
  const writeUp = await getWriteUp(null, id, [language, locale], locale);
  if (!writeUp) return null;
  const { city, document, kind } = writeUp;
  const key = JSON.stringify([id, writeUp.language, locale, document.title, city.name, city.code, city.accent]);
  let png = kept.get(key);
  if (!png) {
    const line = `${city.name} · ${translator(locale, "reading")(kind)}`;
    const svg = drawing({ title: document.title, line, code: city.code, accent: ACCENTS[city.accent] ?? INK });
    png = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer();
    kept.set(key, png);
  }
  return png;
}

interface Words {
  title: string;
  line: string;
  code: string;
  accent: string;
}

/** Letters are drawn as shapes, so that the machine needs no fonts. */
function drawing({ title, line, code, accent }: Words): string {
  const size = title.length > 60 ? 62 : title.length > 36 ? 74 : 88;
  const lines = wrapped(title, size, WIDTH - 2 * SIDE).slice(0, 4);
  const top = 250 + (4 - lines.length) * 14;
  const plate = widthOf(code, 34) + 36;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>
<rect x="${SIDE}" y="64" width="${WIDTH - 2 * SIDE}" height="8" fill="${INK}"/>
<rect x="${SIDE}" y="104" width="${plate}" height="56" fill="${accent}"/>
${letters(code, SIDE + 18, 144, 34, "#ffffff")}
${letters(line, SIDE + plate + 24, 144, 34, INK)}
${lines.map((words, index) => letters(words, SIDE, top + index * size * 1.16, size, INK)).join("\n")}
<rect x="${SIDE}" y="561" width="180" height="4" fill="${INK}"/>
<rect x="${SIDE + 180}" y="551" width="10" height="24" fill="${INK}"/>
${letters("Stafeta", SIDE + 214, 574, 34, INK)}
</svg>`;
}

function letters(text: string, x: number, y: number, size: number, fill: string): string {
  const typeface = font();
  const scale = size / typeface.unitsPerEm;
  let at = x;
  return typeface
    .layout(text)
    .glyphs.map((glyph) => {
      const shape = `<path fill="${fill}" transform="translate(${at.toFixed(2)} ${y}) scale(${scale} ${-scale})" d="${xml(glyph.path.toSVG())}"/>`;
      at += glyph.advanceWidth * scale;
      return shape;
    })
    .join("");
}

function widthOf(text: string, size: number): number {
  const typeface = font();
  const wide = typeface.layout(text).glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0);
  return (wide * size) / typeface.unitsPerEm;
}

function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

let bold: Font | undefined;

function font(): Font {
  bold ??= openSync(path.join(/* turbopackIgnore: true */ process.cwd(), "public", "fonts", "atkinson-next-bold.ttf"));
  return bold;
}
