import sharp from "sharp";

/** Files for tests, made when they are needed. */

/** An archive whose parts are not compressed. */
export function zipOf(parts: Record<string, string>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [called, body] = [Buffer.from(name), Buffer.from(content)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(body.length, 18);
    local.writeUInt32LE(body.length, 22);
    local.writeUInt16LE(called.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(body.length, 24);
    entry.writeUInt16LE(called.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, called, body);
    directory.push(entry, called);
    offset += 30 + called.length + body.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

export const wordFile = (more: Record<string, string> = {}) =>
  zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>", ...more });

export const openDocument = (of: string) =>
  zipOf({ mimetype: `application/vnd.oasis.opendocument.${of}`, "content.xml": "<office/>" });

export const pdfFile = (bytes = 200) =>
  Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(bytes, "x"), Buffer.from("%%EOF")]);

export const svgFile = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);

export function photo(width: number, height: number) {
  const blank = { width, height, channels: 3 as const, background: { r: 90, g: 140, b: 200 } };
  return sharp({ create: blank });
}

/** As a phone makes it: lying on its side, with the place and the phone written into it. */
export function phonePhoto(width: number, height: number): Promise<Buffer> {
  const exif = {
    IFD0: { Make: "Canaryphone", Orientation: "6" },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "45/1 4/1 0/1" },
  };
  return photo(width, height).jpeg().withMetadata({ orientation: 6, exif }).toBuffer();
}

/** A few bytes that claim to be a picture of 100,000 × 100,000 pixels. */
export async function hugePng(): Promise<Buffer> {
  const small = await photo(10, 10).png().toBuffer();
  small.writeUInt32BE(100_000, 16);
  small.writeUInt32BE(100_000, 20);
  small.writeUInt32BE(crc(small.subarray(12, 29)), 29);
  return small;
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
