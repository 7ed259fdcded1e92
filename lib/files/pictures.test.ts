import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import { widthsOf } from "./limits";
import { hugePng, phonePhoto, photo } from "./made-files";
import { encodedFile, encodePicture } from "./pictures";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function encoded(content: Buffer) {
  const folder = await mkdtemp(path.join(tmpdir(), "pictures-"));
  folders.push(folder);
  const file = path.join(folder, "as-sent");
  await writeFile(file, content);
  const sizes = await encodePicture(file, folder);
  const read = (width: number) => readFile(encodedFile(folder, width));
  return { sizes, read };
}

describe("a picture", () => {
  it("is stored upright in the widths that pages ask for, without where and with what it was taken", async () => {
    const { sizes, read } = await encoded(await phonePhoto(1400, 1000));
    expect(sizes).toMatchObject([
      { width: 1000, height: 1400 },
      { width: 960, height: 1344 },
      { width: 480, height: 672 },
    ]);
    expect(widthsOf(1000)).toEqual([480, 960, 1000]);
    for (const width of widthsOf(1000)) {
      const stored = await read(width);
      const { format, exif, xmp, icc, orientation } = await sharp(stored).metadata();
      expect({ format, exif, xmp, icc, orientation }).toEqual({ format: "webp" });
      expect(stored.includes("Canaryphone")).toBe(false);
    }
  });

  it("keeps what can be seen through, and of a moving one its first frame", async () => {
    const clear = await sharp({
      create: { width: 40, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { read } = await encoded(clear);
    expect((await sharp(await read(40)).metadata()).hasAlpha).toBe(true);
    const { sizes } = await encoded(await photo(60, 20).gif().toBuffer());
    expect(sizes).toMatchObject([{ width: 60, height: 20 }]);
  });

  it("loses whatever was hung on behind it", async () => {
    const polyglot = Buffer.concat([await photo(50, 50).webp().toBuffer(), Buffer.from("<script>canary</script>")]);
    const { sizes, read } = await encoded(polyglot);
    expect(sizes).toMatchObject([{ width: 50, height: 50 }]);
    expect((await read(50)).includes("canary")).toBe(false);
  });

  it("that was exported and comes back is the same, byte for byte", async () => {
    const first = await encoded(await photo(700, 300).png().toBuffer());
    const second = await encoded(await first.read(700));
    expect(second.sizes).toEqual(first.sizes);
    expect(await second.read(700)).toEqual(await first.read(700));
    expect(await second.read(480)).toEqual(await first.read(480));
  });

  it("is refused when it claims more pixels than fit into the memory", async () => {
    const started = performance.now();
    expect((await encoded(await hugePng())).sizes).toBe("pixels");
    expect((await encoded(await photo(9000, 9000).png().toBuffer())).sizes).toBe("pixels");
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it("is refused when it is damaged", async () => {
    const whole = await photo(400, 400).png().toBuffer();
    expect((await encoded(whole.subarray(0, whole.length / 2))).sizes).toBe("damaged");
    expect((await encoded(Buffer.from("\x89PNG\r\n\x1a\nnothing more", "latin1"))).sizes).toBe("damaged");
  });

  it("that is very tall is made narrower", async () => {
    const { sizes } = await encoded(await photo(100, 30_000).png().toBuffer());
    expect(sizes).toMatchObject([{ width: 54 }]);
  });
});
