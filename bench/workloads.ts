import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { findActor } from "@/lib/auth/current";
import { RATES } from "@/lib/auth/rate-limit";
import { createSignIn } from "@/lib/auth/sign-ins";
import { postComment } from "@/lib/comments/post";
import { noteVisit } from "@/lib/comments/visit";
import { newId } from "@/lib/ids";
import { listInbox } from "@/lib/inbox/queries";
import { keptSearches } from "@/lib/saved-searches/queries";
import { keepCopy } from "@/lib/working-copies/mutations";
import { forgetDocuments } from "@/lib/write-ups/documents";
import { forgetTexts } from "@/lib/write-ups/found-text";
import { addressOf } from "@/lib/write-ups/library-query";
import { searchLibrary } from "@/lib/write-ups/list";
import { openWriteUp } from "@/lib/write-ups/opened";
import { getWriteUp } from "@/lib/write-ups/queries";
import { relatedWriteUps } from "@/lib/write-ups/related";
import type { WriteUpFilters } from "@/lib/write-ups/types";
import { actionId, formOf, headersOf } from "./action";
import { chance } from "./chance";
import { FILLED, type Filled } from "./fill";
import type { Script } from "./floor";
import type { Request } from "./load";
import { recorded } from "./record";
import { sentences } from "./words";

export interface Workload {
  name: "R1" | "R2" | "R3" | "R4" | "R5" | "R6" | "R7" | "R8" | "W1" | "W2";
  what: string;
  next: () => Request;
  /** Every request leaves a comment behind. */
  writes?: true;
  /** No more in one run: people may say only so much in a minute. */
  requests?: number;
}

/** A copy of a form that an official has open. */
interface Keeping {
  cookie: string;
  body: Parameters<typeof keepCopy>[1];
}

/** What is asked, and the statements that the pages send for it, for the floor. */
export async function workloads(filled: Filled): Promise<{ all: Workload[]; script: Script }> {
  const tokens = await Promise.all(filled.peopleIds.map(async (id) => (await createSignIn(id, "bench")).token));
  const member = tokens[0] ?? "";
  const cookie = `stafeta=${member}`;
  const script: Script = {};
  const view = { locale: "en", zone: "Europe/Rome" } as const;
  const actorOf = async (token: string) => {
    const actor = await findActor(token);
    if (!actor) throw new Error("nobody is signed in");
    return actor;
  };

  const reading = async ({ id, title }: { id: string; title: string }): Promise<Request> => {
    const open = async () => openWriteUp(await actorOf(member), id, ["en", "en", "en"], {}, view);
    // A first visit is written down, and which are near is asked once in ten minutes: neither happens each time.
    await noteVisit(await actorOf(member), { writeUpId: id });
    await relatedWriteUps(await actorOf(member), [id], { languages: ["en", "en"], ...view, limit: 3 });
    forgetDocuments();
    const statements = await recorded(open);
    script[`GET /write-ups/${id}`] = { statements };
    return { path: `/write-ups/${id}`, cookie, expect: title };
  };
  const library = async (filters: WriteUpFilters): Promise<Request> => {
    const address = addressOf(filters);
    let title = "";
    forgetTexts();
    const statements = await recorded(async () => {
      const actor = await actorOf(member);
      const also = keptSearches(actor, filters);
      const found = await searchLibrary(actor, filters, { languages: ["en", "en"], also });
      title = found.items[0]?.title ?? "";
    });
    if (!title) throw new Error(`${address} finds nothing`);
    script[`GET ${address}`] = { statements };
    return { path: address, cookie, expect: title };
  };
  const comparison = async (ids: string[]): Promise<Request> => {
    const address = `/library/compare?${ids.map((id) => `w=${id}`).join("&")}`;
    let title = "";
    forgetDocuments();
    const statements = await recorded(async () => {
      const actor = await actorOf(member);
      const all = await Promise.all(ids.map((id) => getWriteUp(actor, id, ["en", "en", "en"])));
      title = all.at(-1)?.document.title ?? "";
    });
    if (!title) throw new Error(`${address} finds nothing`);
    script[`GET ${address}`] = { statements };
    return { path: address, cookie, expect: title };
  };
  const by = chance(7);
  const posting = async (token: string, n: number) => {
    const writeUp = filled.writeUps[1 + (n % (filled.writeUps.length - 1))];
    if (!writeUp) throw new Error("no write-up");
    const input = { writeUpId: writeUp.id, markdown: sentences(by, 40), language: "en" as const, formKey: newId() };
    const written: string[] = [];
    const statements = await recorded(async () => {
      written.push((await postComment(await actorOf(token), input, view)).id);
    });
    const told = await db.execute<{ id: string }>(sql`select id from notifications where comment_id = ${written[0]}`);
    const fresh = [input.formKey, ...written, ...told.map(({ id }) => id)];
    script[`POST /write-ups/${writeUp.id}`] = { statements, fresh };
    return { path: `/write-ups/${writeUp.id}`, cookie: `stafeta=${token}`, input };
  };

  const saving = async ({ id, personId }: { id: string; personId: string }): Promise<Keeping> => {
    const { token } = await createSignIn(personId, "bench");
    const body = {
      ...{ writeUp: id, task: "lessons", language: "en" as const, version: 1, seen: "", serial: 1 },
      fields: [["markdown", sentences(by, 150)]] as [string, string][],
    };
    const statements = await recorded(async () => {
      await keepCopy(await actorOf(token), body);
    });
    script["POST /api/working-copies"] = { statements };
    return { cookie: `stafeta=${token}`, body };
  };

  const twenty = await each(filled.writeUps.filter(({ comments }) => comments === 20).slice(0, 200), reading);
  const most = await each(filled.writeUps.slice(0, 1), reading);
  const longest = await each(filled.writeUps.slice(-1), reading);
  const inbox: Request = { path: "/inbox", cookie, expect: filled.writeUps[1]?.title ?? "" };
  script["GET /inbox"] = {
    statements: await recorded(async () => {
      await listInbox(await actorOf(member));
    }),
  };
  const newest = [await library({})];
  const searches = await each(filled.words, (q) => library({ q }));
  const filtered = await each(filled.words.slice(0, 24), (q, n) =>
    library({ q, kind: [n % 2 ? "case" : "practice"], phase: ["rebuild", "reinvent"] }),
  );
  const fours = await each(
    Array.from({ length: 50 }, (_, n) => filled.writeUps.slice(4 * n, 4 * n + 4).map(({ id }) => id)),
    comparison,
  );
  const editors = await db.execute<{ id: string; personId: string }>(sql`
    select distinct on (m.person_id) w.id, m.person_id as "personId" from memberships m
    join write_ups w on w.workspace_id = m.workspace_id where m.role = 'official' order by m.person_id, w.id limit 20`);
  const keeping = turning(await each([...editors], saving));
  let serial = 1;
  const posts = await each(tokens, posting);
  await forgetPosts();
  const action = actionId();
  const post = turning(posts);
  return {
    all: [
      { name: "R1", what: "a write-up with 20 comments", next: turning(twenty) },
      { name: "R2", what: "the write-up with 200 comments", next: turning(most) },
      { name: "R3", what: "the newest 20 of the library", next: turning(newest) },
      { name: "R4", what: "full-text search", next: turning(searches) },
      { name: "R5", what: "words, with two filters on and the counts of all", next: turning(filtered) },
      { name: "R6", what: "four write-ups side by side", next: turning(fours) },
      { name: "R7", what: "the Inbox with 300 news of 30 things", next: () => inbox },
      { name: "R8", what: "the write-up with 10,000 comments", next: turning(longest) },
      {
        name: "W1",
        what: "post a comment",
        next: () => {
          const { path: address, cookie: mine, input } = post();
          const body = formOf({ ...input, formKey: newId() });
          return { path: address, cookie: mine, expect: '"ok":true', post: { headers: headersOf(action), body } };
        },
        writes: true,
        requests: Math.floor(tokens.length * RATES.comment.most * 0.95),
      },
      {
        name: "W2",
        what: "keep what somebody types",
        next: () => {
          const { cookie: mine, body } = keeping();
          serial += 1;
          return {
            ...{ path: "/api/working-copies", cookie: mine, expect: '"kept":' },
            post: { headers: { "content-type": "application/json" }, body: JSON.stringify({ ...body, serial }) },
          };
        },
      },
    ],
    script,
  };
}

/** Takes away what was posted, so that each run finds the same and nobody has said too much. Gives how many there were. */
export async function forgetPosts(): Promise<number> {
  const gone = await db.transaction(async (tx) => {
    // Without the checks of foreign keys, which would look through all notifications for each comment.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`delete from notifications where created_at > ${FILLED}`);
    await tx.execute(sql`delete from audit_log where action = 'comment.post'`);
    await tx.execute(sql`delete from graphile_worker._private_jobs`);
    // Three runs within a minute are more than people may say in one.
    await tx.execute(sql`delete from rate_limits`);
    return tx.execute(sql`delete from comments where created_at > ${FILLED} returning id`);
  });
  await db.execute(sql`vacuum (analyze) comments, notifications, audit_log`);
  return gone.length;
}

/** Waits until the jobs are done that posts have left behind. */
export async function jobsDone(): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 250) {
    const [left] = await db.execute<{ count: number }>(sql`
      select count(*)::int from graphile_worker.jobs where task_identifier = 'tell-person' and attempts = 0`);
    if (!left?.count) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function turning<T>(list: T[]): () => T {
  let at = -1;
  return () => {
    at = (at + 1) % list.length;
    return list[at] as T;
  };
}

async function each<T, R>(list: T[], work: (one: T, n: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const [n, one] of list.entries()) results.push(await work(one, n));
  return results;
}
