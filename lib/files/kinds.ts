import type { FileHandle } from "node:fs/promises";
import type { MediaKind, Refusal } from "./limits";
import { endingOf } from "./name";
import { looksLikeText, textType } from "./plain-text";
import { zipNames } from "./zip-names";

export interface FileKind {
  kind: MediaKind;
  mediaType: string;
  /** What its name must end with, the usual one first. */
  endings: readonly [string, ...string[]];
}

const picture = (mediaType: string, ...endings: FileKind["endings"]): FileKind => ({
  kind: "picture",
  mediaType,
  endings,
});
const document = (mediaType: string, ...endings: FileKind["endings"]): FileKind => ({
  kind: "document",
  mediaType,
  endings,
});

const OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
const OPEN_XML = "application/vnd.openxmlformats-officedocument.";
const TEXT_ENDINGS = ["txt", "csv", "tsv", "md"];
const PICTURE_ENDINGS = ["jpg", "jpeg", "jfif", "png", "gif", "webp", "avif", "heic", "heif", "tif", "tiff", "bmp"];
/** Endings that promise something: what bears one must be it. Others, such as that of "plan.v2", promise nothing. */
const PROMISES = new Set([
  ...PICTURE_ENDINGS,
  ...TEXT_ENDINGS,
  ..."pdf doc docx xls xlsx ppt pptx odt ods odp rtf svg html htm zip exe mp3 mp4 mov".split(" "),
]);

/**
 * What a file is, by its content; its name is not asked. HTML, SVG and everything else that a browser would run is no text
 * here: it is refused.
 */
export async function kindOf(file: FileHandle, bytes: number): Promise<FileKind | Refusal> {
  const head = Buffer.alloc(Math.min(bytes, 4096));
  await file.read(head, 0, head.length, 0);
  const starts = (text: string, at = 0) => head.subarray(at, at + text.length).equals(Buffer.from(text, "latin1"));

  if (bytes === 0) return "empty";
  if (starts("\xff\xd8\xff")) return picture("image/jpeg", "jpg", "jpeg");
  if (starts("\x89PNG\r\n\x1a\n")) return picture("image/png", "png");
  if (starts("GIF87a") || starts("GIF89a")) return picture("image/gif", "gif");
  if (starts("RIFF") && starts("WEBP", 8)) return picture("image/webp", "webp");
  if (starts("ftyp", 4) && brandsIn(head).some((brand) => brand === "avif" || brand === "avis"))
    return picture("image/avif", "avif");
  if (starts("%PDF-")) return document("application/pdf", "pdf");
  if (starts("PK\x03\x04")) return officeKind(file, bytes, head);
  if (!(await looksLikeText(file, bytes, head))) return "type";
  const text = textType(head);
  return text === null ? "type" : document(text, text === "text/csv" ? "csv" : "txt", ...TEXT_ENDINGS);
}

/** Whether a file is what its name promises. Pictures are made anew, so that one kind may bear the ending of another. */
export function keepsPromise({ kind, endings }: FileKind, name: string): boolean {
  const ending = endingOf(name);
  const own = kind === "picture" ? PICTURE_ENDINGS : endings;
  return own.includes(ending) || !PROMISES.has(ending);
}

/** The brands of a file in the ISO base media format: what it says it can be read as. */
function brandsIn(head: Buffer): string[] {
  const end = Math.min(head.readUInt32BE(0), head.length, 128);
  const all = head.toString("latin1", 8, end);
  return (all.match(/.{4}/gs) ?? []).filter((_, index) => index !== 1);
}

/** Office files are archives; which they are is in the names of their parts. */
async function officeKind(file: FileHandle, bytes: number, head: Buffer): Promise<FileKind | Refusal> {
  // OpenDocument begins with its type, not compressed, under this name.
  if (head.toString("latin1", 30, 38) === "mimetype") {
    const said = head.toString("latin1", 38, 38 + Math.min(head.readUInt32LE(18), 100));
    if (said === `${OPEN_DOCUMENT}text`) return document(said, "odt");
    if (said === `${OPEN_DOCUMENT}spreadsheet`) return document(said, "ods");
    if (said === `${OPEN_DOCUMENT}presentation`) return document(said, "odp");
    return "type";
  }
  const names = await zipNames(file, bytes);
  if (!names?.has("[Content_Types].xml")) return "type";
  if ([...names].some((name) => name.toLowerCase().endsWith("vbaproject.bin"))) return "macros";
  if (names.has("word/document.xml")) return document(`${OPEN_XML}wordprocessingml.document`, "docx");
  if (names.has("xl/workbook.xml")) return document(`${OPEN_XML}spreadsheetml.sheet`, "xlsx");
  if (names.has("ppt/presentation.xml")) return document(`${OPEN_XML}presentationml.presentation`, "pptx");
  return "type";
}
