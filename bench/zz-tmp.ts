import "./outside-next";

import { Agent, request } from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { closeDb, db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { migrateDatabase } from "@/db/migrate";
import { notes, signIns } from "@/db/schema";
import { hashToken, newToken } from "@/lib/auth/tokens";
import { newId } from "@/lib/ids";
import { publish } from "@/lib/live/publish";
import type { NotesNews } from "@/lib/notes/topics";
import { buildIfNeeded } from "../scripts/build.mjs";
import { startDatabase } from "./database";
import { headersFor, listen as open, quantile, report } from "./live-streams";
import { talk } from "./live-talk";
import { memoryOf } from "./processes";
import { type Server, startApp } from "./servers";

/**
 * What it costs that pages live: a session with 500 readers of one server, two who write at once through two, and a
 * write-up about which everybody talks.
 */
const READERS = 500;
const CHANGES = 40;
const WRITING_SECONDS = Number(process.env.LIVE_SECONDS ?? 60);
const LIMITS = { memory: 100, fanOut: 250, seen: 1000 };

const root = path.resolve(import.meta.dirname, "..");
const stops: (() => Promise<unknown>)[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 32 });
const MB = 1024 * 1024;

try {
  await run();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const stop of stops) await stop().catch(console.error);
  process.exit();
}

interface World {
  sessionId: string;
  authorId: string;
  tokens: string[];
}

async function run() {
  const folder = '.next/c5df7a89fc25ed2b';
  const database = await startDatabase(root, false);
  stops.unshift(database.stop);
  const environment = {
    ...{ DATABASE_URL: database.url, AUTH_SECRET: "for-the-bench-only-0123456789abcdef", STAFETA_DEMO: "0" },
    ...{ NEXT_DIST_DIR: folder, STAFETA_DATA: database.folder },
  };
  for (const name of Object.keys(process.env)) if (/^(STAFETA|SMTP|OIDC|MAIL)_/.test(name)) delete process.env[name];
  Object.assign(process.env, environment);
  await migrateDatabase(database.url);
  stops.unshift(closeDb);
  const world = await makeWorld();
  const servers = await Promise.all([0, 1].map(() => startApp(root, { ...process.env, NODE_ENV: "production" })));
  for (const server of servers) stops.unshift(server.stop);
  const [first, second] = servers;
  if (!first || !second) return;

  const only = process.argv.find((one) => one.startsWith("--only="))?.slice("--only=".length);
  if (only !== "talk") {
    await warmUp(first, world);
    await readers(first, world);
    await writers([first, second], world);
  }
  if (only !== "notes") await talk([first, second]);
}

/** A session that is on, and as many people of its city as shall read. */
async function makeWorld(): Promise<World> {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  const session = await makeSession(cohort.id, facilitator.id, [city], { startsAt: new Date(), minutes: 90 });
  const tokens: string[] = [];
  for (let reader = 0; reader < READERS; reader++) {
    const person = await makeMember(cohort.id, "member", city.id);
    const token = newToken();
    tokens.push(token);
    const expiresAt = new Date(Date.now() + 86_400_000);
    await db.insert(signIns).values({ personId: person.id, tokenHash: hashToken(token), expiresAt });
  }
  return { sessionId: session.id, authorId: facilitator.id, tokens };
}

async function warmUp(server: Server, { sessionId, tokens }: World) {
  for (let round = 0; round < 30; round++)
    await Promise.all(tokens.slice(0, 10).map((token) => ask(server, "GET", `/api/notes?session=${sessionId}`, token)));
}

async function readers(server: Server, { sessionId, authorId, tokens }: World) {
  const before = memoryOf(server.pid) ?? 0;
  const arrived = new Map<string, number[]>();
  const streams = await Promise.all(
    tokens.map((token) =>
      listen(server, sessionId, token, (news) => {
        if (news.kind !== "notes") return;
        for (const { body } of news.notes) arrived.set(body, [...(arrived.get(body) ?? []), performance.now()]);
      }),
    ),
  );
  await sleep(5_000);
  const open = memoryOf(server.pid) ?? 0;

  const took: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const body = `Change number ${change}, with as many words as a note has.`;
    await db.transaction(async (tx) => {
      const [note] = await tx
        .insert(notes)
        .values({ id: newId(), sessionId, authorId, language: "en", body })
        .returning({ id: notes.id });
      await publish(tx, `notes:${sessionId}`, { kind: "note", id: note?.id });
    });
    const committed = performance.now();
    while ((arrived.get(body)?.length ?? 0) < READERS) {
      if (performance.now() - committed > 5_000) throw new Error(`only ${arrived.get(body)?.length} readers heard`);
      await sleep(1);
    }
    took.push(Math.max(...(arrived.get(body) ?? [])) - committed);
    await sleep(150);
  }
  const after = memoryOf(server.pid) ?? 0;
  for (const close of streams) close();
  const memory = (Math.max(open, after) - before) / MB;
  report(`memory of ${READERS} readers, MB`, memory, LIMITS.memory);
  report("from the commit to the last reader, ms, the most of all changes", Math.max(...took), LIMITS.fanOut);
  report("  the median", quantile(took, 0.5), LIMITS.fanOut);
}

/** Each types a word into their own note four times a second, and hears the other's through the other server. */
async function writers(servers: [Server, Server], { sessionId, tokens }: World) {
  const typed = [newNote(), newNote()];
  const seen: number[] = [];
  const texts = new Map<string, string>();
  const closes = await Promise.all(
    servers.map((server, at) =>
      listen(server, sessionId, tokens[at] ?? "", (news) => {
        if (news.kind !== "notes") return;
        for (const { id, body } of news.notes) {
          const other = typed[1 - at];
          if (other?.id !== id) continue;
          for (const [word, when] of other.pending) {
            if (!body.includes(word)) continue;
            seen.push(performance.now() - when);
            other.pending.delete(word);
          }
          texts.set(id, body);
        }
      }),
    ),
  );
  const end = Date.now() + WRITING_SECONDS * 1_000;
  await Promise.all(
    servers.map(async (server, at) => {
      const note = typed[at];
      for (let word = 0; note && Date.now() < end; word++) {
        const base = note.body;
        const next = ` ${at}w${word}.`;
        note.pending.set(next, performance.now());
        // A note holds so much; what follows is another one.
        if (base.length > 3_800) Object.assign(note, { id: newId(), body: "" });
        const start = note.body;
        note.body += next;
        note.words.push([note.id, next]);
        const { id, aside, body } = note;
        const sent = { id, aside, session: sessionId, language: "en", base: start, body };
        await ask(server, "POST", "/api/notes", tokens[at] ?? "", sent);
        await sleep(250);
      }
    }),
  );
  await sleep(1_000);
  const lost = typed.flatMap(({ words }) => words).filter(([id, word]) => !texts.get(id)?.includes(word.trim()));
  for (const close of closes) close();
  report(`words of two writers on two servers in ${WRITING_SECONDS} s that were lost`, lost.length, 0);
  report("until the other one sees a word, ms, p95", quantile(seen, 0.95), LIMITS.seen);
  console.log(`  ${seen.length} words, median ${Math.round(quantile(seen, 0.5))} ms`);
}

function newNote() {
  return {
    id: newId(),
    aside: newId(),
    body: "",
    pending: new Map<string, number>(),
    words: [] as [id: string, word: string][],
  };
}

type Heard = NotesNews | { kind: "here" };

function listen(server: Server, sessionId: string, token: string, hear: (news: Heard) => void): Promise<() => void> {
  return open<Heard>(server, { topic: `notes:${sessionId}`, token }, hear);
}

function ask({ port }: Server, method: string, path: string, token: string, body?: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: "localhost", path, method, agent, headers: headersFor(token) }, (answer) => {
      answer.resume();
      answer.on("end", () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode} for ${path}`)),
      );
    });
    sent.on("error", reject);
    sent.end(body && JSON.stringify(body));
  });
}
