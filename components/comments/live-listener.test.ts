import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { commentsOf, loadReplies, type ThreadData, threadQuery, withAnswers } from "@/lib/comments/client";
import { byPlace } from "@/lib/comments/conversation";
import { REPLIES_FIRST } from "@/lib/comments/limits";
import type { ToldComment } from "@/lib/comments/live-types";
import { makeThreadComment } from "@/lib/comments/testing";
import type { OpenField, Span, ThreadComment, ThreadPage } from "@/lib/comments/types";
import { Listener } from "./live-listener";

vi.mock("@/components/live/steady", () => ({ holdSteady: () => {} }));

const ABOUT = { writeUpId: "w" };
const ME = "me";
/** A page of the thread, and what is told of what was missed: small, so that there is often more. */
const PAGE = 4;
const MOST = 8;
const OVERLAP = 50;

interface Said {
  id: string;
  parentId: string | null;
  author: string;
  at: number;
  words: number;
  removed: boolean;
  touchedAt: number;
}

/** A server that reads a thread as ours does, at one moment, which answers late. */
class Server {
  readonly said: Said[] = [];
  private ids = 0;

  say(author: string, parentId: string | null = null): Said {
    const at = Date.now();
    // Ids say nothing of when: of two in the same millisecond either may be first.
    const id = `c${String((this.ids++ * 7919) % 1000).padStart(3, "0")}`;
    const one = { id, parentId, author, at, words: 0, removed: false, touchedAt: -1 };
    this.said.push(one);
    this.said.sort((a, b) => byPlace(shown(a), shown(b)));
    return one;
  }

  top(): Said[] {
    return this.said.filter(({ parentId }) => parentId === null);
  }

  answers(id: string): Said[] {
    return this.said.filter(({ parentId }) => parentId === id);
  }

  page(query: URLSearchParams): ThreadPage {
    const top = this.top();
    const [before, after] = [query.get("before"), query.get("after")];
    const at = top.findIndex(({ id }) => id === (before ?? after));
    const from = after ? at + 1 : Math.max(0, (before ? at : top.length) - PAGE);
    const rows = top.slice(from, after ? from + PAGE : before ? at : undefined);
    const more = after ? from + PAGE < top.length : from > 0;
    return {
      comments: rows.map((one) => this.withAnswers(one)),
      earlier: after || more ? (rows[0]?.id ?? null) : null,
      later: before || (after && more) ? (rows.at(-1)?.id ?? null) : null,
    } as ThreadPage;
  }

  private withAnswers(one: Said): ThreadComment {
    const all = this.answers(one.id).map((reply) => shown(reply));
    if (all.length <= REPLIES_FIRST + 1) return { ...shown(one), replies: all };
    const [first, newest] = [all.slice(0, REPLIES_FIRST), all.slice(-1)];
    const replies = [...first, ...newest].map((reply, n) => ({ ...reply, gapAfter: n === REPLIES_FIRST - 1 }));
    return { ...shown(one), replies, moreReplies: all.length - replies.length };
  }

  missed(at: number) {
    const since = at - OVERLAP;
    const touched = this.said.filter(({ touchedAt }) => touchedAt >= since);
    const fresh = this.said.filter((one) => one.at >= since && !touched.includes(one));
    const kept = [...touched, ...fresh.slice(-Math.max(0, MOST - touched.length))];
    const comments = kept.map((one) => shown(one)).sort(byPlace);
    const more = touched.length + fresh.length > MOST;
    return { comments, touched: touched.map(({ id }) => id), more, asOf: Date.now() };
  }

  answer(path: string): object {
    const { pathname, searchParams } = new URL(path, "http://x");
    if (pathname.endsWith("since")) return this.missed(Number(searchParams.get("at")));
    const rootId = searchParams.get("replies");
    if (!rootId) return this.page(searchParams);
    const all = this.answers(rootId).map((one) => shown(one));
    const from = all.findIndex(({ id }) => id === searchParams.get("after")) + 1;
    return { replies: all.slice(from, from + 2), more: Math.max(0, all.length - from - 2) };
  }
}

function shown({ id, parentId, author, at, words, removed }: Said): ThreadComment {
  return makeThreadComment(id, {
    parentId,
    createdAt: new Date(at).toISOString(),
    author: removed ? null : { id: author, name: author },
    html: removed ? "" : `${id} ${words}`,
    deleted: removed ? { by: "moderator" } : null,
  });
}

/** A page in a browser, with a line that drops. */
class Browser {
  readonly client = new QueryClient();
  readonly still: Map<string, ThreadComment>;
  after: ThreadComment[] = [];
  behind: string[] = [];
  came: string[] = [];
  /** The field that stands open. */
  field: OpenField = null;
  missed = false;
  readonly listener: Listener;
  private line = 0;
  private up = false;
  readonly span: Span;

  constructor(
    private readonly server: Server,
    private readonly delay: () => number,
    from: string | null,
  ) {
    // Opened at an old comment it is data from the start.
    const first = server.page(new URLSearchParams(from ? { after: from } : {}));
    const place = (one: ThreadComment | undefined) => (one ? { id: one.id, createdAt: one.createdAt } : null);
    this.span = { begins: first.earlier ? place(first.comments[0]) : null, ends: place(first.comments.at(-1)) };
    const all = from ? [] : first.comments.flatMap((one) => [one, ...one.replies]);
    this.still = new Map(all.map((one) => [one.id, one]));
    if (from) this.client.setQueryData(this.query.queryKey, { pages: [first], pageParams: [null] });
    const page = {
      span: this.span,
      setAfter: (after: ThreadComment[]) => {
        this.after = after;
      },
      removed: () => "",
    };
    this.listener = new Listener(this.client, ABOUT, ME, Date.now(), {
      page: () => ({ ...page, open: this.field }),
      said: () => {},
      came: (ids) => {
        this.came.push(...ids);
      },
      behind: (ids) => {
        this.behind = ids;
      },
      gone: () => {},
      missed: () => {
        this.missed = true;
      },
      held: () => {},
    });
    this.open();
  }

  private get query() {
    return threadQuery(ABOUT, null, this.span);
  }

  get data(): ThreadData | undefined {
    return this.client.getQueryData<ThreadData>(this.query.queryKey);
  }

  open(): void {
    this.line += 1;
    this.up = true;
    this.listener.catchUp(this.delay());
  }

  drop(): void {
    this.line += 1;
    this.up = false;
  }

  /** What happened is read a little later, and arrives later still, if the line is there until then. */
  tell(id: string): void {
    const line = this.line;
    setTimeout(() => {
      const one = this.server.said.find((said) => said.id === id);
      const [comment, asOf] = [one && shown(one), Date.now()];
      if (!comment) return;
      const told: ToldComment = { ...comment, reactedBy: {} };
      setTimeout(() => {
        if (this.up && line === this.line) this.listener.hear({ kind: "talk", comments: [told], asOf }, 0);
      }, 20);
    }, 10);
  }

  /** What the reader does: somebody acts, or asks for more. */
  async act(): Promise<void> {
    await this.client.fetchInfiniteQuery(this.query);
    this.listener.grown();
  }

  async more(where: "before" | "after"): Promise<void> {
    const { data } = this;
    const cursor = where === "before" ? data?.pages[0]?.earlier : data?.pages.at(-1)?.later;
    if (!data || !cursor || this.client.isFetching() > 0) return;
    const observer = new InfiniteQueryObserver(this.client, this.query);
    await (where === "before" ? observer.fetchPreviousPage() : observer.fetchNextPage());
    this.listener.grown();
  }

  async answers(rootId: string): Promise<void> {
    const after =
      this.data &&
      commentsOf(this.data)
        .find(({ id }) => id === rootId)
        ?.replies.find((r) => r.gapAfter);
    if (!after) return;
    const page = await loadReplies(ABOUT, rootId, after.id);
    if (this.data)
      this.client.setQueryData(this.query.queryKey, withAnswers(this.data, rootId, page, { after: after.id }));
    this.listener.grown();
  }

  close(): void {
    this.listener.stop();
    this.client.clear();
  }
}

let open: Browser | null = null;
let server: Server;
let late: () => number;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal("document", {
    activeElement: null,
    getElementById: (id: string) => {
      const comment = open?.still.get(id.replace("comment-", ""));
      if (!comment || open?.data) return null;
      return { replaceChildren: () => Object.assign(comment, { html: "", deleted: { by: "moderator" } }) };
    },
    createElement: () => ({}),
  });
  vi.stubGlobal("fetch", async (path: string) => {
    await sleep(late());
    const answer = JSON.stringify(server.answer(path));
    await sleep(late());
    return new Response(answer);
  });
});
afterEach(() => {
  open?.close();
  open = null;
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the page shows, as far as it says that nothing is missing: each comment once, in its place, as it is now. */
function check(page: Browser): void {
  const truth = server.top();
  const { data } = page;
  const list = data
    ? commentsOf(data)
    : [...[...page.still.values()].filter((c) => c.parentId === null), ...page.after];
  const ids = list.map(({ id }) => id);
  expect(new Set(ids).size, "once").toBe(ids.length);
  const first = truth.findIndex(({ id }) => id === ids[0]);
  const begins = data ? (data.pages[0]?.earlier ?? null) : (page.span.begins?.id ?? null);
  const later = data?.pages.at(-1)?.later ?? null;
  const cut = page.missed && !data;
  const seen = truth.slice(begins === null ? 0 : first).filter(({ id, removed }) => !removed || ids.includes(id));
  const ends = later ? seen.findIndex(({ id }) => id === later) + 1 : seen.length;
  const expected = seen.slice(0, ends).map(({ id }) => id);
  const standing = ids.slice(0, cut ? ids.length : expected.length);
  expect(standing, `in place, ${data ? "data" : "still"}`).toEqual(
    cut ? expected.filter((id) => ids.includes(id)) : expected,
  );
  for (const comment of list) {
    const said = server.said.find(({ id }) => id === comment.id);
    expect(comment.html, "as it is now").toBe(said && shown(said).html);
    const ofStill = [...page.still.values()].filter((one) => one.parentId === comment.id);
    const answers = data || !page.still.has(comment.id) ? comment.replies : ofStill;
    const all = server.answers(comment.id);
    const here = answers.map(({ id }) => id);
    expect(here, "answers in place").toEqual(all.map(({ id }) => id).filter((id) => here.includes(id)));
    for (const answer of answers) {
      const now = server.said.find(({ id }) => id === answer.id);
      expect(answer.html, "an answer as it is now").toBe(now && shown(now).html);
    }
    const missing = all.filter(({ id, removed }) => !removed && !here.includes(id)).length;
    if (!answers.some(({ gapAfter }) => gapAfter) && !cut) expect(missing, "no answer is missing").toBe(0);
  }
}

type Step = [what: string, n: number];
const steps = fc.array(
  fc.tuple(
    fc.constantFrom(
      ...["say", "say", "say", "answer", "answer", "edit", "remove", "restore", "drop", "open", "open"],
      ...["wait", "wait", "long", "act", "before", "after", "answers"],
    ),
    fc.nat(50),
  ),
  { maxLength: 60 },
);

/** A page of a thread with some comments, and answers to one of them. */
function visit(delays: number[], from: boolean): Browser {
  server = new Server();
  let n = 0;
  late = () => delays[n++ % delays.length] ?? 0;
  vi.spyOn(Math, "random").mockImplementation(() => (n++ % 7) / 7);
  for (let before = 0; before < 7; before++) {
    const one = server.say(before % 3 === 0 ? ME : "anna");
    vi.advanceTimersByTime(3);
    if (before === 5) for (let more = 0; more < 6; more++) server.say("joost", one.id);
    vi.advanceTimersByTime(3);
  }
  vi.advanceTimersByTime(OVERLAP);
  open = new Browser(server, late, from ? (server.top()[0]?.id ?? null) : null);
  return open;
}

async function play(all: Step[], delays: number[], from: boolean): Promise<Browser> {
  const page = visit(delays, from);
  const pick = <T>(list: T[], k: number): T | undefined => list[k % Math.max(1, list.length)];
  const changed = (one: Said | undefined, change: Partial<Said>) => {
    if (!one) return;
    Object.assign(one, change, { touchedAt: Date.now() });
    page.tell(one.id);
  };
  for (const [what, k] of all) {
    const who = k % 5 === 0 ? ME : "anna";
    if (what === "say") page.tell(server.say(who).id);
    if (what === "answer") page.tell(server.say(who, pick(server.top(), k)?.id ?? null).id);
    const one = pick(server.said, k);
    if (what === "edit" && !one?.removed) changed(one, { words: (one?.words ?? 0) + 1 });
    if (what === "remove") changed(one, { removed: true });
    if (what === "restore" && one?.removed) changed(one, { removed: false });
    if (what === "drop") page.drop();
    if (what === "open") page.open();
    if (what === "act") void page.act();
    if (what === "before" || what === "after") void page.more(what);
    if (what === "answers") void page.answers(pick(server.top(), k)?.id ?? "");
    await vi.advanceTimersByTimeAsync(what === "long" ? 1000 : what === "wait" ? k : 1);
  }
  page.open();
  await vi.advanceTimersByTimeAsync(20_000);
  return page;
}

test("whatever happens and however the line drops, each comment stands there once, in its place and as it is now", async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.array(fc.constantFrom(0, 1, 5, 30, 120, 900), { minLength: 3, maxLength: 8 }),
      fc.boolean(),
      async (all, delays, from) => {
        const page = await play(all, delays, from);
        try {
          check(page);
        } finally {
          page.close();
        }
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 150) },
  );
});

const settle = () => vi.advanceTimersByTimeAsync(20_000);
const change = (page: Browser, one: Said, values: Partial<Said>) => {
  Object.assign(one, values, { touchedAt: Date.now() });
  page.tell(one.id);
};
const shownIn = (page: Browser, id: string) => page.data && commentsOf(page.data).find((one) => one.id === id);

test("of more than can be told nothing stands as if it followed; it is there to be asked for", async () => {
  const page = visit([5], false);
  await settle();
  await Promise.all([page.act(), settle()]);
  page.drop();
  const [last] = server.top().slice(-1);
  for (let n = 0; n < 20; n++) {
    server.say("anna");
    await vi.advanceTimersByTimeAsync(100);
  }
  page.open();
  await settle();
  expect([page.missed, page.data?.pages.at(-1)?.later]).toEqual([true, last?.id]);
  expect(page.behind.length).toBeGreaterThan(0);
  check(page);
  for (let n = 0; n < 6; n++) await Promise.all([page.more("after"), settle()]);
  expect([page.data?.pages.at(-1)?.later, page.behind]).toEqual([null, []]);
  check(page);
});

test("on a page opened at an old comment, what is new behind it is counted, and what was only changed is not", async () => {
  const page = visit([5], true);
  await settle();
  for (const one of server.top().slice(-2)) change(page, one, { words: 5 });
  await settle();
  expect(page.behind).toEqual([]);
  const said = server.say("anna");
  page.tell(said.id);
  await settle();
  expect(page.behind).toEqual([said.id]);
  for (let n = 0; n < 2; n++) await Promise.all([page.more("after"), settle()]);
  expect([page.behind, page.came]).toEqual([[], [said.id]]);
  check(page);
});

test("whoever acts on the first comment of a page finds it there, however much was said since", async () => {
  const page = visit([5], false);
  const first = page.span.begins?.id ?? "";
  for (let n = 0; n < 10; n++) page.tell(server.say("anna").id);
  await settle();
  await Promise.all([page.act(), settle()]);
  expect(shownIn(page, first)).toBeDefined();
  check(page);
});

test("a change to an answer that is not loaded is nothing new", async () => {
  const page = visit([5], false);
  await Promise.all([page.act(), settle()]);
  const left = server.said.filter(({ parentId }) => parentId !== null)[4];
  if (!left) throw new Error("no answer is left out");
  change(page, left, { words: 3 });
  await settle();
  expect(page.came).toEqual([]);
  check(page);
});

test("what was changed while the line was away waits for the field, and comes when that is closed", async () => {
  const page = visit([5], false);
  await Promise.all([page.act(), settle()]);
  const [one] = server.top().slice(-1);
  if (!one) throw new Error("nothing was said");
  page.field = { what: "edit", id: one.id };
  page.drop();
  Object.assign(one, { words: 9, touchedAt: Date.now() });
  await settle();
  page.open();
  await settle();
  expect(shownIn(page, one.id)?.html).toBe(`${one.id} 0`);
  page.field = null;
  page.listener.fieldChanged();
  await settle();
  expect(shownIn(page, one.id)?.html).toBe(`${one.id} 9`);
});

test("what comes while earlier comments are loaded is still there afterwards", async () => {
  const page = visit([5], false);
  await Promise.all([page.act(), settle()]);
  const delays = late;
  late = () => 400;
  const loading = page.more("before");
  await vi.advanceTimersByTimeAsync(100);
  const said = server.say("anna");
  page.tell(said.id);
  await Promise.all([loading, settle()]);
  late = delays;
  expect(shownIn(page, said.id)).toBeDefined();
  check(page);
});
