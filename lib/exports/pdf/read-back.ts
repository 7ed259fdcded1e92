import { inflateSync } from "node:zlib";

/** The words of a PDF that pdfFile made, line by line, read from its bytes alone: what somebody finds in it, for tests. */
export function wordsIn(pdf: Buffer): string {
  const raw = pdf.toString("latin1");
  const objects = new Map(
    [...raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = "", body = ""]) => [id, body]),
  );
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name = "", id = ""] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1];
    if (map) fonts.set(name, lettersIn(stream(objects.get(map) ?? "")));
  }
  return [...objects.values()]
    .map(stream)
    .filter((content) => content.includes(" Tf"))
    .map((content) => textIn(content, fonts))
    .join("\n");
}

function stream(body: string): string {
  const at = body.indexOf("stream\n");
  if (at < 0 || !body.includes("/FlateDecode")) return "";
  try {
    return inflateSync(Buffer.from(body.slice(at + 7), "latin1")).toString("latin1");
  } catch {
    return "";
  }
}

/** The map from glyphs to letters that a font carries. */
function lettersIn(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, start = "0", list = ""] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g))
    for (const [index, [, code = ""]] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const units = code.replaceAll(" ", "").match(/.{4}/g) ?? [];
      const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
      letters.set(Number.parseInt(start, 16) + index, text);
    }
  return letters;
}

function textIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined;
  const pieces: string[] = [];
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/g)) {
    if (name) font = fonts.get(name);
    else {
      const codes = [...(shown ?? "").matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => hex ?? "").join("");
      pieces.push((codes.match(/.{4}/g) ?? []).map((code) => font?.get(Number.parseInt(code, 16)) ?? "").join(""));
    }
  }
  return pieces.join("\n");
}
