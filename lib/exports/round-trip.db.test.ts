import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember } from "@/db/factories";
import { people, workspaces } from "@/db/schema";
import { seedDemo } from "@/db/seed/demo";
import { actorOf } from "@/lib/auth/current";
import { checkImport, takeImport } from "@/lib/imports/mutations";
import { exportSelection } from "./export";
import { type PortableFile, portableFile } from "./format";

beforeAll(seedDemo, 60_000);

const asked = { locale: "en", zone: "Europe/Rome", languages: ["en"] } as const;

async function exported(personId: string, city: string): Promise<PortableFile> {
  const file = await exportSelection(await actorOf(personId), { city: [city] }, "json", asked);
  return portableFile.parse(JSON.parse(String(file.content)));
}

/**
 * What must differ between a write-up and its copy elsewhere: its id and address, whose it is, who reads it and since when.
 * Everything else is equal, to the letter.
 */
function content({ writeUps, files }: PortableFile) {
  const texts = writeUps.map(({ id, url, city, audience, reading, revision, updatedAt, demo, ...rest }) => rest);
  return { files, writeUps: texts.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) };
}

test("the demo's fourteen write-ups are the same after an export, an import and an export", async () => {
  const cohort = await makeCohort();
  const cities = await db.select({ slug: workspaces.slug }).from(workspaces);
  expect(cities).toHaveLength(7);
  let count = 0;
  for (const { slug } of cities) {
    const [lead] = await db
      .select()
      .from(people)
      .where(eq(people.demoHandle, `lead-${slug}`));
    if (!lead) throw new Error(slug);
    const first = await exported(lead.id, slug);
    count += first.writeUps.length;

    const elsewhere = await makeCity(cohort.id);
    const official = await actorOf((await makeMember(cohort.id, "official", elsewhere.id)).id);
    const bytes = new TextEncoder().encode(JSON.stringify(first));
    const { read, kept } = await checkImport(official, { workspaceId: elsewhere.id, file: bytes });
    expect(read.problems).toEqual([]);
    const result = await takeImport(official, { workspaceId: elsewhere.id, kept: kept ?? "" });
    expect(result).toEqual({ made: first.writeUps.length, before: 0, filesLeft: 0 });

    const second = await exported(official.personId, elsewhere.slug);
    expect(content(second)).toEqual(content(first));
    expect(second.writeUps.map(({ audience }) => audience)).toEqual(first.writeUps.map(() => "draft"));
  }
  expect(count).toBe(14);
}, 120_000);
