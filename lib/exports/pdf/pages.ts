import PDFDocument from "pdfkit";
import type { Span } from "../rich-text";
import { fontFile, type Weight } from "./fonts";
import { type Line, linesOf, type Style } from "./lines";

export type Element = PDFKit.PDFStructureElement;

export interface ElementOptions {
  lang?: string;
  title?: string;
  alt?: string;
  bbox?: [number, number, number, number];
  /** Of a table's head: what it is the head of. */
  scope?: "Column" | "Row";
}

export const INK = "#1a2026";
export const MUTED = "#505963";
const BLUE = "#194d8a";
const MARGIN = { top: 62, side: 62, bottom: 70 };

/**
 * A tagged PDF that is written from top to bottom. Every line belongs to an element of the structure, so that it is read
 * in order, in its language, by those who do not see it; what is only for the eye is marked as such.
 */
export class Pages {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Element;
  y = MARGIN.top;
  private readonly typeface: Typeface;
  private number = 0;
  private readonly widths = new Map<string, number>();

  constructor(
    about: { title: string; author: string; language: string; now: Date },
    private readonly pageName: (page: number) => string,
  ) {
    this.doc = new PDFDocument({
      size: "A4",
      margin: 0,
      pdfVersion: "1.7",
      subset: "PDF/UA" as never,
      tagged: true,
      lang: about.language,
      displayTitle: true,
      autoFirstPage: false,
      font: null as never,
      info: {
        Title: about.title,
        Author: about.author,
        CreationDate: about.now,
        Creator: "Stafeta",
        Producer: "Stafeta",
      },
    });
    for (const weight of ["regular", "bold"] as const) this.doc.registerFont(weight, fontFile(weight));
    this.doc.font("regular");
    // pdfkit does not say which letters a font has; fontkit, which it reads fonts with, does.
    this.typeface = (this.doc as unknown as { _font: { font: Typeface } })._font.font;
    this.root = this.doc.struct("Document");
    this.doc.addStructure(this.root);
    this.newPage();
  }

  get width(): number {
    return this.doc.page.width - 2 * MARGIN.side;
  }
  private get bottom(): number {
    return this.doc.page.height - MARGIN.bottom;
  }

  newPage(): void {
    this.doc.addPage();
    this.number += 1;
    this.y = MARGIN.top;
    this.decoration(() => {
      this.doc.font("regular").fontSize(9).fillColor(MUTED);
      this.doc.text(this.pageName(this.number), MARGIN.side, this.doc.page.height - 44, { lineBreak: false });
    }, "Pagination");
  }

  /** Goes on on a new page when less than `height` points are left. */
  room(height: number): void {
    if (this.y + height > this.bottom && this.y > MARGIN.top) this.newPage();
  }

  space(height: number): void {
    if (this.y > MARGIN.top) this.y += height;
  }

  element(type: string, parent: Element, options: ElementOptions = {}): Element {
    const element = this.doc.struct(type as never, options as never);
    parent.add(element);
    return element;
  }

  private widthOf(text: string, weight: Weight): number {
    const key = `${weight} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = this.doc.font(weight).fontSize(1000).widthOfString(text) / 1000;
      this.widths.set(key, width);
    }
    return width;
  }

  lines(spans: readonly Span[], style: Style, width: number): Line[] {
    return linesOf(spans, style, width, {
      has: (codePoint) => this.typeface.hasGlyphForCodePoint(codePoint),
      width: (text, weight, size) => this.widthOf(text, weight) * size,
    });
  }

  /** Writes lines into an element, over as many pages as it takes. */
  write(lines: Line[], style: Style, element: Element, indent = 0): void {
    for (const line of lines) {
      this.room(style.leading);
      this.writeLine(line, style, element, indent, this.y);
      this.y += style.leading;
    }
  }

  writeLine(line: Line, style: Style, element: Element, indent: number, y: number): void {
    const { doc } = this;
    for (const piece of line) {
      const into = piece.href ? this.element("Link", element) : element;
      const x = MARGIN.side + indent + piece.x;
      into.add(doc.markStructureContent((piece.href ? "Link" : "Span") as never));
      doc
        .font(piece.weight)
        .fontSize(style.size)
        .fillColor(piece.href ? BLUE : style.color);
      doc.text(piece.text, x, y, {
        lineBreak: false,
        oblique: piece.oblique,
        strike: piece.strike,
        underline: piece.href !== undefined,
      });
      doc.endMarkedContent();
      if (piece.href) {
        const contents = new String(piece.text.trim() || piece.href);
        doc.link(x, y, piece.width, style.leading, encodeURI(decodable(piece.href)), {
          structParent: into,
          Contents: contents,
        } as never);
        into.end();
      }
    }
  }

  /** For the eye only. */
  decoration(draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
    this.doc.markContent("Artifact", { type });
    draw();
    this.doc.endMarkedContent();
  }

  rule(width: number, thickness = 0.75, color = "#77818c", indent = 0): void {
    const { y } = this;
    this.decoration(() => {
      this.doc
        .moveTo(MARGIN.side + indent, y)
        .lineTo(MARGIN.side + indent + width, y)
        .lineWidth(thickness)
        .strokeColor(color)
        .stroke();
    });
  }

  image(data: Buffer, width: number, height: number, alt: string, parent: Element): void {
    this.room(height);
    const { y } = this;
    const figure = this.element("Figure", parent, {
      alt,
      bbox: [MARGIN.side, y, MARGIN.side + width, y + height],
    });
    figure.add(this.doc.markStructureContent("Figure" as never));
    this.doc.image(data, MARGIN.side, y, { width, height });
    this.doc.endMarkedContent();
    figure.end();
    this.y += height;
  }

  /** What else an element says of itself, which pdfkit has no word for. */
  attributes(element: Element, attributes: Record<string, string>): void {
    (element as unknown as { dictionary: { data: { A?: unknown } } }).dictionary.data.A = attributes;
  }

  async end(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const done = new Promise<void>((resolve, reject) => {
      this.doc.on("data", (chunk: Buffer) => chunks.push(chunk));
      this.doc.on("end", resolve);
      this.doc.on("error", reject);
    });
    this.root.end();
    this.doc.end();
    await done;
    return Buffer.concat(chunks);
  }
}

interface Typeface {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** An address with or without %-signs → without, so that it is encoded once. */
function decodable(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
