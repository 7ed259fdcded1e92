import { columnWidths } from "../column-widths";
import type { Outline } from "../outline";
import type { Picture } from "../pictures";
import type { Block, Span } from "../rich-text";
import type { Style } from "./lines";
import { type Element, INK, MUTED, Pages } from "./pages";

interface About {
  title: string;
  author: string;
  language: string;
  now: Date;
  pictures: ReadonlyMap<string, Picture>;
  /** "Page 3", in the reader's language. */
  pageName: (page: number) => string;
}

interface Context {
  pages: Pages;
  pictures: ReadonlyMap<string, Picture>;
  parent: Element;
  /** The language of what stands around, which need not be said again. */
  language: string;
  indent: number;
}

const BODY: Style = { size: 10.5, leading: 15.5, color: INK };
const LEAD: Style = { size: 13, leading: 19, color: INK };
const SMALL: Style = { size: 9, leading: 13, color: MUTED };
const CELL: Style = { size: 9.5, leading: 13.5, color: INK };
const HEADINGS: [size: number, before: number, after: number][] = [
  [24, 0, 8],
  [15, 22, 6],
  [12.5, 14, 4],
  [11.5, 10, 3],
  [10.5, 10, 2],
  [10.5, 10, 2],
];
const STEP = 18;
const INDENT_MAX = 6 * STEP;
const ITEM_ROOM = 2 * BODY.leading;

/** A PDF that is tagged throughout: headings, lists, tables with their heads, links, pictures with what they show. */
export async function pdfFile(outlines: readonly Outline[], { pictures, pageName, ...about }: About): Promise<Buffer> {
  const pages = new Pages(about, pageName);
  for (const [index, outline] of outlines.entries()) {
    // A large selection takes seconds: other requests go between.
    await new Promise((resolve) => setImmediate(resolve));
    if (index > 0) pages.newPage();
    pages.doc.outline.addItem(outline.title);
    const lang = outline.language === about.language ? undefined : outline.language;
    const parent = pages.element("Sect", pages.root, { lang });
    const context = { pages, pictures, parent, language: outline.language, indent: 0 };
    for (const part of outline.blocks)
      for (const block of part.type === "prose" ? part.blocks : [part]) blockOf(block, context);
    parent.end();
  }
  return pages.end();
}

function blockOf(block: Block, context: Context): void {
  const { pages } = context;
  const lang = block.language && block.language !== context.language ? block.language : undefined;
  switch (block.type) {
    case "heading":
      headingOf(block, context, lang);
      return;
    case "paragraph": {
      const style = block.tone === "lead" ? LEAD : block.tone === "muted" ? SMALL : BODY;
      paragraph("P", block.spans, style, context, lang, 7);
      return;
    }
    case "code":
      paragraph("Code", [{ text: block.text }], SMALL, { ...context, indent: context.indent + STEP }, lang, 7);
      return;
    case "rule":
      pages.space(4);
      pages.rule(pages.width);
      pages.space(10);
      return;
    case "quote": {
      const parent = pages.element("BlockQuote", context.parent, { lang });
      const indent = Math.min(INDENT_MAX, context.indent + STEP);
      for (const one of block.blocks) blockOf(one, { ...context, parent, indent });
      parent.end();
      return;
    }
    case "list":
      listOf(block, context, lang);
      return;
    case "table":
      tableOf(block, context, lang);
      return;
    case "picture":
      pictureOf(block, context, lang);
      return;
  }
}

function paragraph(
  type: string,
  spans: Span[],
  style: Style,
  context: Context,
  lang: string | undefined,
  after: number,
) {
  const { pages, indent, parent } = context;
  const lines = pages.lines(spans, style, pages.width - indent);
  // Neither a first nor a last line of a paragraph stands alone on a page.
  pages.room(Math.min(2, lines.length) * style.leading);
  const element = pages.element(type, parent, { lang });
  pages.write(lines, style, element, indent);
  element.end();
  pages.space(after);
}

function headingOf(block: Block & { type: "heading" }, context: Context, lang: string | undefined): void {
  const { pages } = context;
  const [size, before, after] = HEADINGS[block.level - 1] ?? [10.5, 10, 2];
  const style = { size, leading: size * 1.22, color: INK, bold: true };
  const lines = pages.lines(block.spans, style, pages.width);
  pages.space(before);
  pages.room(lines.length * style.leading + after + 3 * BODY.leading);
  if (block.level === 2) {
    pages.rule(pages.width, 2, INK);
    pages.y += 8;
  }
  const element = pages.element(`H${block.level}`, context.parent, { lang });
  pages.write(lines, style, element);
  element.end();
  pages.space(after);
}

function listOf(list: Block & { type: "list" }, context: Context, lang: string | undefined): void {
  const { pages } = context;
  const element = pages.element("L", context.parent, { lang });
  pages.attributes(element, { O: "List", ListNumbering: list.ordered ? "Decimal" : "Disc" });
  const indent = Math.min(INDENT_MAX, context.indent + STEP);
  for (const [index, item] of list.items.entries()) {
    const entry = pages.element("LI", element);
    pages.room(ITEM_ROOM);
    const label = pages.element("Lbl", entry);
    const mark = pages.lines([{ text: list.ordered ? `${list.start + index}.` : "•" }], BODY, STEP * 2)[0] ?? [];
    pages.writeLine(mark, BODY, label, Math.max(0, indent - STEP), pages.y);
    label.end();
    const parent = pages.element("LBody", entry);
    for (const block of item) blockOf(block, { ...context, parent, indent });
    if (item.length === 0) pages.y += BODY.leading;
    parent.end();
    entry.end();
  }
  element.end();
  pages.space(3);
}

const PAD = 5;

function tableOf(table: Block & { type: "table" }, context: Context, lang: string | undefined): void {
  const { pages } = context;
  const widths = columnWidths(table, pages.width);
  const element = pages.element("Table", context.parent, { lang });
  const row = (cells: Span[][], head: boolean) => {
    const entry = pages.element("TR", element);
    const columns = widths.map((width, index) => {
      const named = head || (table.named && index === 0);
      const style = { ...CELL, bold: head };
      const left = widths.slice(0, index).reduce((sum, one) => sum + one, 0);
      const cell = pages.element(named ? "TH" : "TD", entry, named ? { scope: head ? "Column" : "Row" } : {});
      return { cell, style, left, lines: pages.lines(cells[index] ?? [], style, width - 2 * PAD) };
    });
    const count = Math.max(...columns.map(({ lines }) => lines.length));
    pages.room(Math.min(count, 20) * CELL.leading + 2 * PAD);
    pages.y += PAD;
    for (let at = 0; at < count; at++) {
      pages.room(CELL.leading);
      for (const { cell, style, left, lines } of columns)
        pages.writeLine(lines[at] ?? [], style, cell, left + (left > 0 ? PAD : 0), pages.y);
      pages.y += CELL.leading;
    }
    pages.y += PAD;
    for (const { cell } of columns) cell.end();
    entry.end();
    pages.rule(pages.width, head ? 1.5 : 0.5, head ? INK : "#77818c");
  };
  row(table.head, true);
  for (const cells of table.rows) row(cells, false);
  element.end();
  pages.space(10);
}

const PICTURE_HEIGHT = 340;

function pictureOf(block: Block & { type: "picture" }, context: Context, lang: string | undefined): void {
  const { pages } = context;
  const picture = context.pictures.get(block.fileId);
  if (picture) {
    const scale = Math.min(pages.width / picture.width, PICTURE_HEIGHT / picture.height, 0.75);
    pages.image(picture.data, picture.width * scale, picture.height * scale, block.alt, context.parent);
    pages.space(4);
  } else if (block.alt) paragraph("P", [{ text: block.alt, italic: true }], BODY, context, lang, 2);
  if (block.caption.length > 0) paragraph("P", block.caption, SMALL, context, lang, 10);
}
