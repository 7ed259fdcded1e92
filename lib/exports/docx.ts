import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { columnWidths } from "./column-widths";
import type { Outline } from "./outline";
import type { Picture } from "./pictures";
import type { Block, Span } from "./rich-text";

interface About {
  title: string;
  creator: string;
  language: string;
  pictures: ReadonlyMap<string, Picture>;
}

interface Context {
  language: string;
  pictures: ReadonlyMap<string, Picture>;
  /** Each numbered list counts for itself. */
  lists: { start: number; name: string }[];
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];
const LEVELS = 6;
const CELL_LINE = { style: BorderStyle.SINGLE, size: 4, color: "77818C" };
const INK = "1A2026";
const BLUE = "194D8A";

/** A Word file with real headings, lists and tables. */
export async function wordFile(outlines: readonly Outline[], { title, creator, language, pictures }: About) {
  const lists: Context["lists"] = [];
  const children = outlines.flatMap((outline, index) =>
    outline.blocks.flatMap((part, at) => {
      const context = { language: outline.language, pictures, lists };
      const blocks = part.type === "prose" ? part.blocks : [part];
      return blocks.flatMap((block) =>
        blockOf(block, context, { pageBreakBefore: index > 0 && at === 0 ? true : undefined }),
      );
    }),
  );
  const run = { font: "Arial", size: 22, color: INK, language: { value: language } };
  const headings = Object.fromEntries(
    [40, 30, 25, 23, 22, 22].map((size, index) => [
      `heading${index + 1}`,
      {
        run: { size, bold: true, color: INK },
        paragraph: { spacing: { before: 320, after: 120, line: 260, lineRule: LineRuleType.AUTO }, keepNext: true },
      },
    ]),
  );
  return Packer.toBuffer(
    new Document({
      title,
      creator,
      lastModifiedBy: creator,
      features: { updateFields: false },
      styles: {
        default: {
          document: { run, paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } } },
          hyperlink: { run: { color: BLUE, underline: {} } },
          ...headings,
        },
        paragraphStyles: [
          { id: "Lead", name: "Lead", basedOn: "Normal", run: { size: 26 } },
          { id: "Muted", name: "Muted", basedOn: "Normal", run: { size: 19, color: "505963" } },
          { id: "Quote", name: "Quote", basedOn: "Normal", paragraph: { indent: { left: 560 } } },
          { id: "Code", name: "Code", basedOn: "Normal", run: { font: "Courier New", size: 19 } },
        ],
      },
      numbering: {
        config: lists.map(({ name, start }) => ({
          reference: name,
          levels: Array.from({ length: LEVELS }, (_, level) => ({
            level,
            start: level === 0 ? start : 1,
            format: LevelFormat.DECIMAL,
            text: `%${level + 1}.`,
            alignment: AlignmentType.START,
            style: { paragraph: { indent: { left: 480 * (level + 1), hanging: 400 } } },
          })),
        })),
      },
      sections: [
        {
          footers: {
            default: new Footer({
              children: [
                new Paragraph({ style: "Muted", children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
              ],
            }),
          },
          children,
        },
      ],
    }),
  );
}

function blockOf(block: Block, outer: Context, options: IParagraphOptions = {}, level = 0): (Paragraph | Table)[] {
  const context = { ...outer, language: block.language ?? outer.language };
  const paragraph = (spans: Span[], more: IParagraphOptions = {}) =>
    new Paragraph({ ...options, ...more, children: runsOf(spans, context) });
  switch (block.type) {
    case "heading":
      return [paragraph(block.spans, { heading: HEADINGS[block.level - 1] })];
    case "paragraph":
      return [paragraph(block.spans, block.tone ? { style: block.tone === "lead" ? "Lead" : "Muted" } : {})];
    case "quote":
      return block.blocks.flatMap((one) => blockOf(one, context, { ...options, style: "Quote" }, level));
    case "code":
      return [
        new Paragraph({
          style: "Code",
          children: block.text.split("\n").map((text, at) => new TextRun({ text, break: at > 0 ? 1 : 0 })),
        }),
      ];
    case "rule":
      return [new Paragraph({ border: { bottom: CELL_LINE } })];
    case "picture":
      return pictureOf(block, context);
    case "table":
      return [tableOf(block, context)];
    case "list":
      return listOf(block, context, level);
  }
}

function listOf(list: Block & { type: "list" }, context: Context, level: number): (Paragraph | Table)[] {
  const at = Math.min(level, LEVELS - 1);
  const name = `list-${context.lists.length}`;
  if (list.ordered) context.lists.push({ name, start: list.start });
  const marked: IParagraphOptions = list.ordered
    ? { numbering: { reference: name, level: at } }
    : { bullet: { level: at } };
  return list.items.flatMap((item) =>
    item.flatMap((block, index) => {
      if (block.type === "list") return listOf(block, context, level + 1);
      return blockOf(block, context, index === 0 ? marked : { indent: { left: 480 * (at + 1) } }, level + 1);
    }),
  );
}

function tableOf(table: Block & { type: "table" }, context: Context): Table {
  const widths = columnWidths(table, TEXT_WIDTH).map(Math.round);
  const borders = { top: CELL_LINE, bottom: CELL_LINE, left: CELL_LINE, right: CELL_LINE };
  const row = (cells: Span[][], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (spans, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            borders,
            margins: { top: 60, bottom: 60, left: 100, right: 100 },
            children: [
              new Paragraph({
                spacing: { after: 0 },
                children: runsOf(head ? spans.map((span) => ({ ...span, bold: true })) : spans, context),
              }),
            ],
          }),
      ),
    });
  const width = table.head.length;
  const rows = table.rows.map((cells) =>
    row(
      Array.from({ length: width }, (_, index) => cells[index] ?? []),
      false,
    ),
  );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths,
    rows: [row(table.head, true), ...rows],
  });
}

/** Between the margins of an A4 page, in twentieths of a point. */
const TEXT_WIDTH = 9026;
const PICTURE_WIDTH = 600;

function pictureOf(block: Block & { type: "picture" }, context: Context): Paragraph[] {
  const picture = context.pictures.get(block.fileId);
  const caption =
    block.caption.length > 0 ? [new Paragraph({ style: "Muted", children: runsOf(block.caption, context) })] : [];
  if (!picture) return [new Paragraph({ children: runsOf([{ text: block.alt, italic: true }], context) }), ...caption];
  const scale = Math.min(1, PICTURE_WIDTH / picture.width);
  const image = new ImageRun({
    type: "jpg",
    data: picture.data,
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: { name: block.fileId, description: block.alt, title: "" },
  });
  return [new Paragraph({ keepNext: caption.length > 0, children: [image] }), ...caption];
}

function runsOf(spans: Span[], { language }: Context): ParagraphChild[] {
  return spans.flatMap((span): ParagraphChild[] => {
    const runs = span.text.split("\n").map(
      (text, index) =>
        new TextRun({
          text: printable(text),
          break: index > 0 ? 1 : 0,
          bold: span.bold,
          italics: span.italic,
          strike: span.strike,
          font: span.code ? "Courier New" : undefined,
          language: { value: language },
          style: span.href ? "Hyperlink" : undefined,
        }),
    );
    return span.href ? [new ExternalHyperlink({ link: span.href, children: runs })] : runs;
  });
}

/** XML has no place for control characters. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, "");
}
