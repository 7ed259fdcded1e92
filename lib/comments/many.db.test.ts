import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeComment, makeMember, makeWriteUp } from "@/db/factories";
import { actorOf } from "@/lib/auth/current";
import { MANY, REPLIES_FIRST, REPLIES_PAGE, THREAD_PAGE } from "./limits";
import { listThread } from "./queries";
import { listReplies } from "./replies";
import { repliesStatement, threadStatement } from "./thread-page";
import type { About } from "./types";

const VIEW = { locale: "en", zone: "Europe/Rome" } as const;
const COUNT = 10_000;
/** More rows than a page can need, and far less than there are. */
const READ_MAX = 4 * (MANY + THREAD_PAGE);

interface Node {
  "Node Type": string;
  "Actual Rows": number;
  "Rows Removed by Filter"?: number;
  Plans?: Node[];
}

/** The most rows that a step of the statement read in one go. */
async function mostRead(statement: ReturnType<typeof sql>) {
  const [found] = await db.execute<{ "QUERY PLAN": [{ Plan: Node }] }>(
    sql`explain (analyze, format json) ${statement}`,
  );
  const read = (node: Node): number =>
    Math.max(node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0), ...(node.Plans ?? []).map(read));
  return found ? read(found["QUERY PLAN"][0].Plan) : Number.NaN;
}

async function fill(about: { writeUpId: string }, cohortId: string, authorId: string, parentId: string | null) {
  await db.execute(sql`
    insert into comments (id, cohort_id, write_up_id, parent_id, author_id, audience, language, markdown, html, created_at)
    select ${parentId ? "b" : "a"} || lpad(n::text, 15, '0'), ${cohortId}, ${about.writeUpId}, ${parentId}, ${authorId}, 'cohort', 'en', 'x', '<p>x</p>',
      now() - interval '1 day' + n * interval '1 second'
    from generate_series(1, ${COUNT}) n`);
  await db.execute(sql`analyze comments`);
}

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const author = (await makeMember(cohort.id, "official", turin.id)).id;
  const reader = await actorOf((await makeMember(cohort.id, "member", turin.id)).id);
  const writeUp = await makeWriteUp(turin, author, { audience: "cohort" });
  return { cohort, author, reader, about: { writeUpId: writeUp.id } };
}

test("a thread of 10,000 comments opens like one of 20, wherever it is opened", async () => {
  const { cohort, author, reader, about } = await world();
  await fill(about, cohort.id, author, null);
  // Somebody who was there before all of it: everything is new, and is not counted through.
  await db.execute(sql`insert into visits (id, person_id, write_up_id, new_since, last_at)
    values ('v000000000000000', ${reader.personId}, ${about.writeUpId}, now() - interval '9 days', now() - interval '9 days')`);
  const middle = `a${String(COUNT / 2).padStart(15, "0")}`;
  for (const cursor of [null, { before: middle }, { after: middle }, { around: middle }]) {
    const page = await listThread(reader, about, cursor, VIEW);
    expect(page?.comments).toHaveLength(THREAD_PAGE);
    expect(page?.fresh?.count).toBe(MANY + 1);
    expect(await mostRead(threadStatement(reader, about, cursor))).toBeLessThan(READ_MAX);
  }
});

test("so does one comment with 10,000 answers", async () => {
  const { cohort, author, reader, about } = await world();
  const root = await makeComment(about, cohort.id, author, { createdAt: new Date(Date.now() - 2 * 86_400_000) });
  await fill(about, cohort.id, author, root.id);
  const [shown] = (await listThread(reader, about, null, VIEW))?.comments ?? [];
  expect(shown?.replies).toHaveLength(REPLIES_FIRST + 1);
  expect(shown?.moreReplies).toBe(MANY + 1);
  expect(await mostRead(threadStatement(reader, about, null))).toBeLessThan(READ_MAX);
  const cursor = { at: `b${String(COUNT / 2).padStart(15, "0")}` };
  const page = await listReplies(reader, about as About, { rootId: root.id, cursor }, VIEW);
  expect(page?.replies).toHaveLength(REPLIES_PAGE);
  expect(await mostRead(repliesStatement(reader, about, root.id, cursor))).toBeLessThan(READ_MAX);
});
