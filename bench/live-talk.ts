import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { people, signIns } from "@/db/schema";
import { hashToken, newToken } from "@/lib/auth/tokens";
import { inPlace } from "@/lib/comments/conversation";
import type { Missed, TalkNews, ToldComment } from "@/lib/comments/live-types";
import { newId } from "@/lib/ids";
import { actionId, formOf, headersOf } from "./action";
import { headersFor, listen, quantile, report } from "./live-streams";
import { ask } from "./load";
import { cpuOf, memoryOf } from "./processes";
import type { Server } from "./servers";

/** One write-up that two hundred have open while everybody talks. */
const PAGES = 200;
const A_SECOND = 20;
const SECONDS = Number(process.env.LIVE_SECONDS ?? 60);
/** So many pages lose their line for half of the time. */
const DROPPED = 20;
const LIMITS = { memory: 150, seen: 1000, lost: 0 };
const MB = 1024 * 1024;
const ZONES = ["Europe/Rome", "Europe/Dublin", "America/Los_Angeles", "America/Sao_Paulo"];

interface Talker {
  token: string;
  personId: string;
  speaks: boolean;
}

/** A page as a browser keeps it. */
interface Page {
  server: Server;
  talker: Talker;
  /** How often each comment came, and when first. */
  came: Map<string, { times: number; at: number }>;
  heard: ToldComment[];
  missed: Missed["comments"];
  upTo: number;
  close: () => void;
}

export async function talk(servers: [Server, Server]) {
  const { writeUpId, talkers } = await makeCohortThatTalks();
  const about = { writeUpId };
  const topic = `talk-write-up:${writeUpId}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const action = actionId();
  const post = postAt(agent, action, writeUpId);
  const speakers = talkers.filter(({ speaks }) => speaks);

  // The code is warm before it is weighed.
  for (let n = 0; n < 60; n++)
    for (const server of servers) await post(server, speakers[n] ?? speakers[0], `warm ${n}`);
  const before = servers.map(({ pid }) => memoryOf(pid) ?? 0);
  const cpu = servers.map(({ pid }) => cpuOf([pid]) ?? 0);
  const pages = await Promise.all(
    Array.from({ length: PAGES }, (_, n) => openPage(servers[n % 2] ?? servers[0], talkers[n % talkers.length], topic)),
  );
  await sleep(3_000);
  for (const page of pages) page.upTo = Date.now();
  const dropped = pages.slice(0, DROPPED);

  const most = [...before];
  const watch = setInterval(() => {
    for (const [n, { pid }] of servers.entries()) most[n] = Math.max(most[n] ?? 0, memoryOf(pid) ?? 0);
  }, 1_000);
  const posted: { id: string; sent: number; answered: number }[] = [];
  const refused: string[] = [];
  const began = performance.now();
  const sendings: Promise<void>[] = [];
  for (let n = 0; n < SECONDS * A_SECOND; n++) {
    const due = began + (n * 1_000) / A_SECOND;
    await sleep(Math.max(0, due - performance.now()));
    if (n === Math.floor((SECONDS * A_SECOND) / 4)) for (const page of dropped) page.close();
    const sent = performance.now();
    const words = `Comment number ${n}, with **as many words** as people write when they answer each other in a hurry.`;
    sendings.push(
      post(servers[n % 2] ?? servers[0], speakers[n % speakers.length], words).then(
        (id) => void posted.push({ id, sent, answered: performance.now() }),
        (error: Error) => void refused.push(error.message),
      ),
    );
  }
  await Promise.all(sendings);
  const took = (performance.now() - began) / 1_000;
  await sleep(2_000);
  clearInterval(watch);
  const used = servers.map(({ pid }, n) => (cpuOf([pid]) ?? 0) - (cpu[n] ?? 0));

  const back = performance.now();
  await Promise.all(dropped.map((page) => comeBack(page, topic)));
  const comingBack = performance.now() - back;
  for (const page of pages) page.close();
  agent.destroy();

  const stayed = pages.slice(DROPPED);
  const order = await orderOf(writeUpId);
  const rank = new Map(order.map((id, n) => [id, n]));
  const arrivals = posted.flatMap(({ id, sent, answered }) =>
    stayed.map((page) => {
      const at = page.came.get(id)?.at ?? Number.POSITIVE_INFINITY;
      return { fromSent: at - sent, fromAnswer: Math.max(0, at - answered) };
    }),
  );
  const fromAnswer = arrivals.map((one) => one.fromAnswer);
  const times = posted.flatMap(({ id }) => stayed.map((page) => page.came.get(id)?.times ?? 0));
  console.log(
    `${PAGES} pages of one write-up on two servers, ${posted.length} comments of ${speakers.length} people in ${took.toFixed(1)} s`,
  );
  if (refused.length > 0) console.log(`  refused: ${refused.length}, such as ${refused[0]}`);
  report("posts that failed", refused.length, 0);
  report("comments that a page did not get", times.filter((n) => n === 0).length, LIMITS.lost);
  report("comments that a page got twice", times.filter((n) => n > 1).length, LIMITS.lost);
  report("from the answer to the post until a page has it, ms, p95", quantile(fromAnswer, 0.95), LIMITS.seen);
  console.log(`  median ${Math.round(quantile(fromAnswer, 0.5))}, most ${Math.round(quantile(fromAnswer, 1))}`);
  const fromSent = arrivals.map((one) => one.fromSent);
  console.log(
    `  from the moment it is sent: median ${Math.round(quantile(fromSent, 0.5))}, p95 ${Math.round(quantile(fromSent, 0.95))}, most ${Math.round(quantile(fromSent, 1))}`,
  );
  const late = stayed.reduce((sum, page) => sum + inversions([...page.came.keys()].map((id) => rank.get(id) ?? -1)), 0);
  console.log(`  came after one that stands behind them, of all ${times.length}: ${late}`);
  const wrong = pages.filter((page) => !sameList(listOf(page), order, page)).length;
  report(`pages, of ${PAGES}, that do not show all comments once and in order`, wrong, 0);
  report("  comments that pages lost whose line was away", lostOf(dropped, posted), LIMITS.lost);
  console.log(
    `  ${DROPPED} pages were away for ${((SECONDS * 3) / 4).toFixed(0)} s and caught up within ${Math.round(comingBack)} ms`,
  );
  for (const [n, { pid }] of servers.entries()) {
    most[n] = Math.max(most[n] ?? 0, memoryOf(pid) ?? 0);
    report(`memory that server ${n + 1} took, MB`, ((most[n] ?? 0) - (before[n] ?? 0)) / MB, LIMITS.memory);
    console.log(`  of its CPU ${Math.round((used[n] ?? 0) / took / 10)} % of a core`);
  }

  async function comeBack(page: Page, asked: string) {
    const from = page.upTo;
    page.close = await listen<TalkNews>(page.server, { topic: asked, token: page.talker.token }, hearsOf(page));
    const address = `/api/comments/since?writeUp=${about.writeUpId}&at=${Math.floor(from)}`;
    const answer = await json<Missed>(agent, page.server, address, page.talker.token);
    page.missed = answer.comments;
  }
}

function postAt(agent: Agent, action: string, writeUpId: string) {
  return async ({ port }: Server, talker: Talker | undefined, markdown: string): Promise<string> => {
    const fields = { writeUpId, parentId: "", markdown, language: "en", formKey: newId() };
    const { status, body } = await ask(
      agent,
      port,
      {
        path: `/write-ups/${writeUpId}`,
        cookie: `stafeta=${talker?.token}`,
        expect: "",
        post: { headers: headersOf(action), body: formOf(fields) },
      },
      false,
    );
    const [, id] = /"ok":true,"value":\{"id":"([0-9a-z]+)"/.exec(String(body)) ?? [];
    if (status !== 200 || !id) throw new Error(`${status} for a post: ${String(body).slice(0, 200)}`);
    return id;
  };
}

async function openPage(server: Server, talker: Talker | undefined, topic: string): Promise<Page> {
  if (!talker) throw new Error("nobody reads");
  const page: Page = { server, talker, came: new Map(), heard: [], missed: [], upTo: 0, close: () => {} };
  page.close = await listen<TalkNews>(server, { topic, token: talker.token }, hearsOf(page));
  return page;
}

function hearsOf(page: Page) {
  return (news: TalkNews | { kind: "here" }) => {
    if (news.kind !== "talk") return;
    const at = performance.now();
    page.upTo = Math.max(page.upTo, news.asOf);
    for (const comment of news.comments) {
      const known = page.came.get(comment.id);
      page.came.set(comment.id, { times: (known?.times ?? 0) + 1, at: known?.at ?? at });
      page.heard.push(comment);
    }
  };
}

/** What the page shows after all, put in place by the browser's own rule. */
function listOf({ heard, missed }: Page): string[] {
  return inPlace([...heard, ...missed]).map(({ id }) => id);
}

/** The same comments in the same order, from the first that the page knows. */
function sameList(list: string[], order: string[], { came, missed }: Page): boolean {
  const first = list[0];
  const expected = first ? order.slice(order.indexOf(first)) : [];
  const known = new Set([...came.keys(), ...missed.map(({ id }) => id)]);
  return list.length === known.size && list.join() === expected.join();
}

function lostOf(pages: Page[], posted: { id: string }[]): number {
  return pages.reduce((sum, { came, missed }) => {
    const caught = new Set(missed.map(({ id }) => id));
    return sum + posted.filter(({ id }) => !came.has(id) && !caught.has(id)).length;
  }, 0);
}

/** How many came after one that stands behind them. */
function inversions(ranks: number[]): number {
  let highest = -1;
  let count = 0;
  for (const one of ranks) {
    if (one < highest) count += 1;
    highest = Math.max(highest, one);
  }
  return count;
}

/** As the database has them, to the millisecond that browsers know. */
async function orderOf(writeUpId: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(
    sql`select id from comments where write_up_id = ${writeUpId} order by date_trunc('milliseconds', created_at), id collate "C"`,
  );
  return [...rows].map(({ id }) => id);
}

/** People of two cities and of the cohort itself, in two languages and four clocks. */
async function makeCohortThatTalks() {
  const cohort = await makeCohort();
  const cities = [await makeCity(cohort.id), await makeCity(cohort.id)];
  const talkers: Talker[] = [];
  for (let n = 0; n < PAGES; n++) {
    const city = cities[n % 2];
    const role = n % 20 === 0 ? "observer" : n % 20 === 1 ? "facilitator" : n % 3 === 0 ? "official" : "member";
    const inCity = role === "official" || role === "member";
    const person = await makeMember(cohort.id, role, inCity ? city?.id : null);
    const token = newToken();
    const expiresAt = new Date(Date.now() + 86_400_000);
    await db.insert(signIns).values({ personId: person.id, tokenHash: hashToken(token), expiresAt });
    const zone = ZONES[n % ZONES.length];
    await db
      .update(people)
      // Mails are jobs of their own: what they cost, W1 of the other bench tells.
      .set({ mailRhythm: "weekly", zone, languages: n % 3 === 0 ? ["it", "en"] : ["en"] })
      .where(inArray(people.id, [person.id]));
    talkers.push({ token, personId: person.id, speaks: role !== "observer" });
  }
  const author = talkers.find(({ speaks }) => speaks);
  const [place] = cities;
  if (!author || !place) throw new Error("nobody writes");
  const writeUp = await makeWriteUp(place, author.personId);
  return { writeUpId: writeUp.id, talkers };
}

function json<T>(agent: Agent, { port }: Server, path: string, token: string): Promise<T> {
  return new Promise((resolve, reject) => {
    get({ port, host: "localhost", path, agent, headers: headersFor(token) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        answer.statusCode === 200
          ? resolve(JSON.parse(Buffer.concat(chunks).toString()) as T)
          : reject(new Error(`${answer.statusCode} for ${path}`)),
      );
    }).on("error", reject);
  });
}
