import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { keepsPromise, kindOf } from "./kinds";
import { openDocument, pdfFile, photo, svgFile, wordFile, zipOf } from "./made-files";

const folder = await mkdtemp(path.join(tmpdir(), "kinds-"));
afterAll(() => rm(folder, { recursive: true }));

async function lookAt(content: Buffer | string) {
  const found = await kindAt(content);
  return typeof found === "string" ? found : found.mediaType;
}

async function kindAt(content: Buffer | string) {
  const file = path.join(folder, "file");
  await writeFile(file, content);
  const handle = await open(file);
  try {
    return await kindOf(handle, Buffer.byteLength(content));
  } finally {
    await handle.close();
  }
}

const office = (part: string, more: Record<string, string> = {}) =>
  zipOf({ "[Content_Types].xml": "", [part]: "", ...more });

describe("what a file is", () => {
  it.each(["jpeg", "png", "webp", "avif", "gif"] as const)("is seen in a picture's own bytes: %s", async (format) => {
    expect(await lookAt(await photo(20, 20).toFormat(format).toBuffer())).toBe(`image/${format}`);
  });

  it.each([
    [pdfFile(), "application/pdf"],
    [wordFile(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    [office("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    [office("ppt/presentation.xml"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
    [openDocument("text"), "application/vnd.oasis.opendocument.text"],
    [openDocument("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"],
    [openDocument("presentation"), "application/vnd.oasis.opendocument.presentation"],
    ["city;people\nTurin;860000\nBilbao;345000\n", "text/csv"],
    ['\ufeffcity,people\r\n"Turin, centre",860000\r\n', "text/csv"],
    ["What we learned.\nAsk first, then help.\n", "text/plain"],
    [Buffer.from("Caff\xe8 e pane", "latin1"), "text/plain"],
  ])("is one of the documents that cities exchange (%#)", async (content, mediaType) => {
    expect(await lookAt(content)).toBe(mediaType);
  });

  it.each([
    ["a program that was renamed to .png", Buffer.from("MZ\x90\0\x03\0\0\0 This program cannot be run in DOS mode")],
    ["a program for Linux", Buffer.from("\x7fELF\x02\x01\x01\0", "latin1")],
    ["an SVG with a script", svgFile],
    ["an SVG after a byte order mark", Buffer.concat([Buffer.from("\ufeff  "), svgFile])],
    ["an SVG behind a declaration", Buffer.from(`<?xml version="1.0"?>\n${svgFile}`)],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["a page that begins as a text", "Dear colleagues,\n<script>alert(1)</script>"],
    ["a PDF that begins as a page", Buffer.concat([Buffer.from("<script>1</script>"), pdfFile()])],
    ["any other archive", zipOf({ "a.txt": "a" })],
    ["an archive that begins as a program", Buffer.concat([Buffer.from("MZ"), wordFile()])],
    ["a Java archive that calls itself a document", zipOf({ "META-INF/MANIFEST.MF": "", "word/document.xml": "" })],
    ["another open document", openDocument("database")],
    ["an archive that ends early", wordFile().subarray(0, 60)],
    ["a picture from a phone that browsers do not show", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic")],
    ["a film", Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0isommp42")],
  ])("is refused when it is %s", async (_, content) => {
    expect(await lookAt(content)).toBe("type");
  });

  it("is refused with its own reason when it is empty, or a document with macros", async () => {
    expect(await lookAt("")).toBe("empty");
    expect(await lookAt(wordFile({ "word/vbaProject.bin": "x" }))).toBe("macros");
    expect(await lookAt(wordFile({ "word/VBAPROJECT.BIN": "x" }))).toBe("macros");
  });

  it.each([
    [pdfFile(), "PIANO.PDF", true],
    [pdfFile(), "piano.png", false],
    ["Only words.", "fake.png", false],
    ["Only words.", "words.md", true],
    ["Only words.", "words.docx", false],
    ["a;b\n1;2\n", "words.txt", true],
    [wordFile(), "piano.odt", false],
    [wordFile(), "piano.v2", true],
    [wordFile(), "piano", true],
    ["Only words.", "golfgnp\u202e.png", false],
    ["Only words.", "server.log", true],
  ])("keeps the promise of its name, or does not (%#)", async (content, name, keeps) => {
    const kind = await kindAt(content);
    expect(typeof kind !== "string" && keepsPromise(kind, name)).toBe(keeps);
  });

  it("may be another picture than its name says, since it is made anew", async () => {
    const kind = await kindAt(await photo(20, 20).webp().toBuffer());
    expect(
      ["a.webp", "a.jpg", "a.HEIC", "a.pdf", "a.txt"].map(
        (name) => typeof kind !== "string" && keepsPromise(kind, name),
      ),
    ).toEqual([true, true, true, false, false]);
  });

  it("is answered for any bytes at all", async () => {
    const starts = ["", "PK\x03\x04", "%PDF-", "\0\0\0\x18ftyp", "RIFF", "\xff\xd8\xff"].map((text) =>
      Buffer.from(text, "latin1"),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        expect(typeof (await lookAt(Buffer.concat([start, rest])))).toBe("string");
      }),
      { numRuns: 200 },
    );
  });
});
