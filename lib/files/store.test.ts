import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderStore } from "./folder-store";
import { pdfFile } from "./made-files";
import { s3Store } from "./s3-store";
import type { Store } from "./store";

const folder = await mkdtemp(path.join(tmpdir(), "store-"));
const server = new S3rver({
  address: "127.0.0.1",
  port: 0,
  silent: true,
  directory: path.join(folder, "s3"),
  configureBuckets: [{ name: "stafeta", configs: [] }],
});
let endpoint = "";
const bucket = (values: object = {}) =>
  s3Store({ endpoint, bucket: "stafeta", region: "us-east-1", id: "S3RVER", secret: "S3RVER", ...values });

beforeAll(async () => {
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each<[string, () => Store]>([
  ["a folder", () => folderStore(path.join(folder, "files"))],
  ["a store that speaks S3", () => bucket()],
])("%s", (_, store) => {
  it("gives back what was put, whole or in part, until it is removed", async () => {
    const content = pdfFile(300_000);
    await store().put("0abc.480", Readable.from(pieces(content)), content.length);
    expect(await buffer(await store().get("0abc.480"))).toEqual(content);
    expect(String(await buffer(await store().get("0abc.480", { from: 1, to: 4 })))).toBe("PDF-");
    await store().remove("0abc.480");
    await expect(store().get("0abc.480")).rejects.toMatchObject({ code: "ENOENT" });
    await store().remove("0abc.480");
  });

  it("says so when a file breaks off, and what came of it is removed", async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.alloc(1000);
        throw new Error("broke off");
      })(),
    );
    await expect(store().put("0broken", broken, 5000)).rejects.toThrow();
    await store().remove("0broken");
    await expect(store().get("0broken")).rejects.toThrow();
  });
});

describe("a store that speaks S3", () => {
  it("refuses a key that it does not know and a bucket that is not there; only the status is told", async () => {
    await expect(bucket({ id: "somebody-else" }).put("0x", Readable.from(["x"]), 1)).rejects.toThrow(
      "The file store answers 403.",
    );
    await expect(bucket({ bucket: "elsewhere" }).get("0x")).rejects.toThrow("The file store answers 404.");
  });
});

function* pieces(content: Buffer) {
  for (let at = 0; at < content.length; at += 64_000) yield content.subarray(at, at + 64_000);
}
