import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { startMailServer } from "@/lib/mail/test-server";
import { tellAbout } from "@/lib/sessions/tell";
import { releaseAbandoned } from "./abandoned";

const PEOPLE = 1000;
const root = path.resolve(import.meta.dirname, "../..");

let server: Awaited<ReturnType<typeof startMailServer>>;
let worker: ChildProcess | null = null;
beforeAll(async () => {
  // Slow enough to be killed between a letter that was taken and the word that it was.
  server = await startMailServer({ slow: 20 });
});
afterAll(async () => {
  worker?.kill("SIGKILL");
  await server.stop();
});

function startWorker() {
  // The settings of the journeys give "server-only" an empty module, outside a page.
  const env = { ...process.env, SMTP_URL: server.url, TSX_TSCONFIG_PATH: "e2e/tsconfig.json" };
  const node = ["--import", "tsx", "lib/jobs/worker-process.ts"];
  worker = spawn(process.execPath, node, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
}

/** In the middle of its work, without a word of warning. */
async function killWorker() {
  const gone = new Promise((resolve) => worker?.once("exit", resolve));
  worker?.kill("SIGKILL");
  await gone;
  await expect.poll(workersConnected, { timeout: 10_000 }).toBe(0);
}

async function workersConnected(): Promise<number> {
  const rows = await db.execute(
    sql`select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
  );
  return rows.length;
}

async function waiting(): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from mails where sent_at is null and dropped_reason is null`,
  );
  return row?.n ?? -1;
}

it("a thousand invitations all arrive, none more than twice, though the worker is killed three times", async () => {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  const startsAt = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000);
  const session = await makeSession(cohort.id, facilitator.id, [turin], { startsAt });
  const ids = Array.from({ length: PEOPLE }, newId).join(",");
  await db.execute(sql`insert into people (id, email, name) select id, id || '@example.org', 'Person ' || id
    from unnest(string_to_array(${ids}, ',')) as given (id)`);
  await db.execute(sql`insert into memberships (id, person_id, cohort_id, workspace_id, role, from_at)
    select id, id, ${cohort.id}, ${turin.id}, 'member', now() - interval '1 day' from people where email like '%@example.org'
      and id in (select unnest(string_to_array(${ids}, ',')))`);
  const actor = await actorOf(facilitator.id);
  await db.transaction((tx) =>
    tellAbout(tx, actor, { id: session.id, cohortId: cohort.id, invited: [turin.id] }, "session-scheduled"),
  );
  expect(await waiting()).toBe(PEOPLE);

  for (const left of [800, 500, 200]) {
    startWorker();
    await expect.poll(waiting, { timeout: 60_000, interval: 20 }).toBeLessThan(left);
    await killWorker();
    await releaseAbandoned(0);
  }
  startWorker();
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
  await killWorker();

  const times = new Map<string, number>();
  for (const { mail } of server.received) times.set(mail.messageId ?? "", (times.get(mail.messageId ?? "") ?? 0) + 1);
  const to = new Set(server.received.flatMap((message) => message.to));
  expect(to.size).toBe(PEOPLE);
  expect(times.size).toBe(PEOPLE);
  expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
  // Two are in hand at a time.
  expect(server.received.length - PEOPLE).toBeLessThanOrEqual(6);
  console.log(`${server.received.length} messages for ${PEOPLE} people`);
}, 240_000);
