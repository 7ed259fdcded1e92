/** The part of fontkit that we use; it has no types of its own. */
declare module "fontkit" {
  export interface Glyph {
    advanceWidth: number;
    path: { toSVG(): string };
  }
  export interface Font {
    unitsPerEm: number;
    layout(text: string): { glyphs: Glyph[] };
  }
  export function openSync(file: string): Font;
}
