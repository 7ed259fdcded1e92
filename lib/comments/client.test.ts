import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { ID_PATTERN } from "@/lib/ids";
import { changeThread, commentsOf, newFormKey, type ThreadData, threadQuery, withChange, withComment } from "./client";
import { makeThreadComment } from "./testing";
import type { ThreadPage } from "./types";

const comment = (id: string) => makeThreadComment(id);

function thread(...pages: string[][]): ThreadData {
  const page = (ids: string[]): ThreadPage => ({
    comments: ids.map((id) => comment(id)),
    earlier: null,
    later: null,
    abilities: { post: true, moderate: false, report: true, resolve: false },
    circle: "cohort",
    me: { id: "p", name: "Anna K.", city: null },
    follow: null,
    language: "en",
    fresh: null,
  });
  return { pages: pages.map(page), pageParams: pages.map(() => null) };
}

const idsOf = (data: ThreadData) => commentsOf(data).map(({ id }) => id);

test("a new comment stands at the end, once", () => {
  const data = withComment(thread(["a"], ["b"]), comment("c"), null);
  expect(idsOf(data)).toEqual(["a", "b", "c"]);
  expect(idsOf(withComment(data, comment("c"), null))).toEqual(["a", "b", "c"]);
});

test("a comment that two pages bring is shown once, where the later one has it", () => {
  expect(idsOf(thread(["a", "b"], ["b", "c"]))).toEqual(["a", "b", "c"]);
  const opened = withComment(
    thread(["a", "b"]),
    makeThreadComment("mine", { createdAt: "2026-11-24T15:00:09.000Z" }),
    null,
  );
  const [first] = opened.pages;
  const later = thread(["c", "d", "mine"]).pages;
  expect(idsOf({ ...opened, pages: first ? [first, ...later] : [] })).toEqual(["a", "b", "c", "d", "mine"]);
});

test("a comment that came late stands in its place on the page before", () => {
  const at = (id: string, second: number) => makeThreadComment(id, { createdAt: `2026-11-24T15:00:0${second}.000Z` });
  const data = thread([], []);
  const pages = data.pages.map((page, n) => ({ ...page, comments: n === 0 ? [at("a", 1), at("c", 3)] : [at("d", 4)] }));
  expect(idsOf(withComment({ ...data, pages }, at("b", 2), null))).toEqual(["a", "b", "c", "d"]);
});

test("an answer stands under what it answers", () => {
  const data = withComment(thread(["a", "b"]), comment("r"), "a");
  expect(commentsOf(data).map(({ replies }) => replies.map(({ id }) => id))).toEqual([["r"], []]);
});

test("a changed comment keeps its place and its answers", () => {
  const before = withComment(thread(["a", "b"]), comment("r"), "a");
  const [first] = commentsOf(withChange(before, { ...comment("a"), html: "<p>new</p>", edited: true }));
  expect(first).toMatchObject({ html: "<p>new</p>", edited: true, replies: [{ id: "r" }] });
});

test("a form's key made in the browser looks like every other id", () => {
  expect(newFormKey()).toMatch(ID_PATTERN);
  expect(newFormKey()).not.toBe(newFormKey());
});

test.each([true, false])(
  "what somebody says while earlier comments are on their way stays, arrived: %s",
  async (arrives) => {
    const client = new QueryClient();
    const [newest] = thread(["c"]).pages;
    const [earlier] = thread(["a"]).pages;
    if (!newest || !earlier) throw new Error("no page");
    const asked = threadQuery({ writeUpId: "w" }, { ...newest, earlier: "c" }, { begins: null, ends: null });
    let answer = (_: Response) => {};
    vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => (answer = resolve)));
    const loading = new InfiniteQueryObserver(client, { ...asked, retry: false }).fetchPreviousPage();
    const said = changeThread(client, asked.queryKey, (data) => withComment(data, comment("d"), null));
    answer(arrives ? Response.json(earlier) : new Response(null, { status: 500 }));
    await Promise.all([loading, said]);
    const data = client.getQueryData<ThreadData>(asked.queryKey);
    expect(data && commentsOf(data).map(({ id }) => id)).toEqual(arrives ? ["a", "c", "d"] : ["c", "d"]);
    client.clear();
    vi.unstubAllGlobals();
  },
);
