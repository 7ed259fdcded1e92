import { expect, test } from "vitest";
import { ID_PATTERN } from "@/lib/ids";
import { commentsOf, newFormKey, type ThreadData, withChange, withComment } from "./client";
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

test("a comment that two pages bring is shown once", () => {
  expect(idsOf(thread(["a", "b"], ["b", "c"]))).toEqual(["a", "b", "c"]);
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
