import { expect, test } from "vitest";
import { ID_PATTERN } from "@/lib/ids";
import { commentsOf, newFormKey, type ThreadData, withChange, withComment } from "./client";
import type { ThreadComment, ThreadPage } from "./types";

function comment(id: string, replies: ThreadComment[] = []): ThreadComment {
  return {
    id,
    author: { id: "p", name: "Anna K." },
    city: null,
    html: `<p>${id}</p>`,
    markdown: null,
    language: "en",
    createdAt: "2026-11-24T15:00:00.000Z",
    when: "24 Nov 2026, 16:00",
    edited: false,
    deleted: null,
    abilities: { edit: false, delete: false, reply: true },
    replies,
  };
}

function thread(...pages: string[][]): ThreadData {
  const page = (ids: string[]): ThreadPage => ({
    comments: ids.map((id) => comment(id)),
    earlier: null,
    later: null,
    abilities: { post: true },
    circle: "cohort",
    me: { name: "Anna K.", city: null },
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
