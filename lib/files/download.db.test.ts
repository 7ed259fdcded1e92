import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { memberships, writeUpTexts } from "@/db/schema";
import type { Actor, Reader } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import type { SectionAudience } from "@/lib/write-ups/document";
import type { Audience } from "@/lib/write-ups/limits";
import { documentFor, readingColumns } from "@/lib/write-ups/reading";
import { addFile } from "./add";
import { download } from "./download";
import { pdfFile, photo } from "./made-files";
import { describeFile } from "./mutations";

const folder = await mkdtemp(path.join(tmpdir(), "download-"));
process.env.STAFETA_DATA = folder;
afterAll(() => rm(folder, { recursive: true, force: true }));

const CANARY = "canary-7f3a";
const picture = await photo(600, 400).jpeg().toBuffer();

async function world(audience: Audience) {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const person = async (role: Parameters<typeof makeMember>[1], place: string | null = null) =>
    actorOf((await makeMember(cohort.id, role, place)).id);
  const official = await person("official", city.id);
  const writeUp = await makeWriteUp(city, official.personId, { audience });
  const add = async (content: Buffer, name = `${CANARY}.pdf`) => {
    const form = new FormData();
    form.append("file", new File([content as BlobPart], name));
    const request = new Request("http://localhost/", { method: "POST", body: form });
    const kept = await addFile(official, { writeUpId: writeUp.id, formKey: newId() }, request);
    if (typeof kept === "string") throw new Error(kept);
    return kept.fileId;
  };
  /** In the work in hand, and released as far as the write-up and the file are. */
  const show = async (fileId: string, readers: SectionAudience) => {
    const about = { alt: "A", caption: "C", credit: "X", licence: "cc0", seen: "", audience: readers };
    await describeFile(official, { id: writeUp.id, fileId, ...about });
    const [city] = await db
      .select()
      .from(writeUpTexts)
      .where(eq(writeUpTexts.writeUpId, writeUp.id))
      .orderBy(sql`audience = 'city' desc`);
    if (!city) throw new Error("no text");
    for (const reading of ["cohort", "public"] as const)
      await db
        .update(writeUpTexts)
        .set(readingColumns(documentFor(reading, city.document)))
        .where(sql`write_up_id = ${writeUp.id} and audience = ${reading}`);
  };
  const people: Record<string, Reader> = {
    author: official,
    lead: await person("lead", city.id),
    member: await person("member", city.id),
    peer: await person("member", (await makeCity(cohort.id)).id),
    facilitator: await person("facilitator"),
    observer: await person("observer"),
    stranger: await actorOf((await makeMember((await makeCohort()).id, "facilitator")).id),
    public: null,
  };
  return { writeUp, official, people, add, show };
}

const asked = (headers: Record<string, string> = {}) => new Request("http://localhost/files/x", { headers });

/** What somebody gets, as far as they can tell. */
async function got(reader: Reader, id: string, width?: string, headers?: Record<string, string>) {
  try {
    const answer = await download(reader, asked(headers), id, width);
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return { status: 404 };
    throw error;
  }
}

const CITY = ["author", "lead", "member"];
const COHORT = [...CITY, "peer", "facilitator", "observer"];
const ALL = [...COHORT, "stranger", "public"];

describe("a file is for", () => {
  test.each<[Audience, SectionAudience | "waiting", string[]]>([
    ["draft", "waiting", ["author"]],
    ["draft", "public", ["author"]],
    ["city", "waiting", ["author", "lead"]],
    ["city", "public", CITY],
    ["cohort", "waiting", ["author", "lead"]],
    ["cohort", "city", CITY],
    ["cohort", "cohort", COHORT],
    ["cohort", "public", COHORT],
    ["public", "waiting", ["author", "lead"]],
    ["public", "city", CITY],
    ["public", "cohort", COHORT],
    ["public", "public", ALL],
  ])("those who read a text that shows it: write-up %s, file %s", async (audience, readers, expected) => {
    const { people, add, show } = await world(audience);
    const ids = [await add(pdfFile()), await add(picture, `${CANARY}.jpg`)];
    if (readers !== "waiting") for (const id of ids) await show(id, readers);
    for (const id of ids) {
      const let_in: string[] = [];
      for (const [name, reader] of Object.entries(people)) {
        const answer = await got(reader, id);
        if (answer.status === 200) let_in.push(name);
        // To everybody else it is not there at all, name and headers included.
        else expect(answer).toEqual({ status: 404 });
      }
      expect(let_in).toEqual(ALL.filter((name) => expected.includes(name)));
    }
  });

  test("nobody through a text of another write-up that names it", async () => {
    const [mine, theirs] = [await world("public"), await world("draft")];
    const id = await theirs.add(pdfFile());
    await db
      .update(writeUpTexts)
      .set({
        document: sql`jsonb_set(document, '{media}', jsonb_build_array(jsonb_build_object('fileId', ${id}::text)))`,
      })
      .where(eq(writeUpTexts.writeUpId, mine.writeUp.id));
    expect(await got(mine.official, id)).toEqual({ status: 404 });
    expect(await got(null, id)).toEqual({ status: 404 });
  });

  test("nobody whose membership has ended, from that moment on", async () => {
    const { people, add, show } = await world("cohort");
    const id = await add(pdfFile());
    await show(id, "cohort");
    const peer = people.peer as Actor;
    expect((await got(peer, id)).status).toBe(200);
    await db.update(memberships).set({ untilAt: sql`now()` }).where(eq(memberships.personId, peer.personId));
    expect(await got(await actorOf(peer.personId), id)).toEqual({ status: 404 });
    expect(await got(await actorOf(peer.personId), id, undefined, { "if-none-match": `"${id}"` })).toEqual({
      status: 404,
    });
  });

  test.each(["", "nothing", "0000000000000000", "../../etc/passwd", "' or 1=1"])(
    "nobody when there is none: %j",
    async (id) => {
      const { official } = await world("city");
      expect(await got(official, id)).toEqual({ status: 404 });
    },
  );
});

describe("a download", () => {
  test("of a document is saved, not shown, under its name and its true type", async () => {
    const { official, add } = await world("city");
    const answer = await got(official, await add(pdfFile(), 'Città "\r\nX-Evil: 1.pdf'));
    expect(answer.body).toEqual(pdfFile());
    expect(Object.fromEntries(answer.headers ?? [])).toMatchObject({
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache, no-transform",
      "content-security-policy": expect.stringContaining("sandbox"),
      "content-disposition": expect.stringMatching(
        /^attachment; filename="Citta _22_0D_0AX-Evil_ 1\.pdf"; filename\*=UTF-8''/,
      ),
    });
    expect(answer.headers?.get("x-evil")).toBeNull();
  });

  test("of a picture comes in each of its widths and in no other", async () => {
    const { official, add } = await world("city");
    const id = await add(picture, "a.jpg");
    expect((await got(official, id, "480")).headers?.get("content-type")).toBe("image/webp");
    const [whole, wide] = [await got(official, id), await got(official, id, "600")];
    expect(whole.body).toEqual(wide.body);
    for (const width of ["481", "0", "-1", "480.0", "x"])
      expect(await got(official, id, width)).toEqual({ status: 404 });
  });

  test("goes on where it broke off, and is not sent again to whoever has it", async () => {
    const { official, add } = await world("city");
    const id = await add(pdfFile());
    const part = await got(official, id, undefined, { range: "bytes=1-3" });
    expect(part.status).toBe(206);
    expect(String(part.body)).toBe("PDF");
    expect(part.headers?.get("content-range")).toBe(`bytes 1-3/${pdfFile().length}`);
    expect((await got(official, id, undefined, { range: "bytes=9999-" })).status).toBe(416);
    expect((await got(official, id, undefined, { range: "bytes=1-3", "if-range": '"old"' })).status).toBe(200);
    const etag = part.headers?.get("etag") ?? "";
    expect((await got(official, id, undefined, { "if-none-match": etag })).status).toBe(304);
    expect((await got(official, id, undefined, { "if-none-match": '"other"' })).status).toBe(200);
  });
});
