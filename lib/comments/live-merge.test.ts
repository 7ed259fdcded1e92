import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentsOf, type ThreadData } from "./client";
import { byPlace } from "./conversation";
import { asMine, findComment, followsOn, mustAsk, withNews } from "./live-merge";
import type { ToldComment } from "./live-types";
import type { ThreadComment } from "./types";

const ME = "me";
const NOTHING = {
  ...{
    edit: false,
    delete: false,
    reply: true,
    react: true,
    report: true,
    hide: false,
    restore: false,
    resolve: false,
    appeal: false,
  },
};

function comment(id: string, values: Partial<ThreadComment> = {}): ThreadComment {
  return {
    ...{
      id,
      parentId: null,
      author: { id: "anna", name: "Anna K." },
      city: null,
      html: `<p>${id}</p>`,
      markdown: null,
    },
    ...{ language: "en", passage: null, createdAt: "2026-11-24T15:00:00.000Z", when: "24 Nov", edited: false },
    ...{ deleted: null, resolved: null, hidden: null, reactions: [], isNew: false, abilities: NOTHING },
    ...{ replies: [], moreReplies: 0, gapAfter: false },
    ...values,
  };
}

const told = (one: ThreadComment, reactedBy: ToldComment["reactedBy"] = {}): ToldComment => ({ ...one, reactedBy });

function thread(comments: ThreadComment[], ends: { earlier?: string; later?: string } = {}): ThreadData {
  const page = { comments, earlier: ends.earlier ?? null, later: ends.later ?? null } as ThreadData["pages"][number];
  return { pages: [page], pageParams: [null] };
}

const idsOf = (data: ThreadData) => commentsOf(data).map(({ id }) => id);
const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 15, 0, second)).toISOString();

describe("what is heard stands in the thread", () => {
  test("once and in its place, in whichever order and however often it comes", () => {
    const moment = fc.record({ second: fc.nat(5), id: fc.string({ minLength: 1, maxLength: 3 }) });
    fc.assert(
      fc.property(fc.uniqueArray(moment, { selector: ({ id }) => id }), fc.array(fc.nat()), (moments, again) => {
        const all = moments.map(({ id, second }) => comment(id, { createdAt: at(second) }));
        const twice = again.flatMap((n) => all[n % Math.max(1, all.length)] ?? []);
        const data = [...all, ...twice].reduce((before, one) => withNews(before, one).data, thread([]));
        expect(idsOf(data)).toEqual(all.toSorted(byPlace).map(({ id }) => id));
      }),
    );
  });

  test("under the comment it answers, and nowhere when that is not loaded", () => {
    const root = comment("a");
    const { data, went } = withNews(thread([root]), comment("r", { parentId: "a" }));
    expect([went, findComment(commentsOf(data), "r")?.id]).toEqual(["new", "r"]);
    expect(withNews(thread([root]), comment("r", { parentId: "elsewhere" })).went).toBeNull();
  });

  test("not before what is loaded, and behind it is only counted", () => {
    const here = comment("b", { createdAt: at(5) });
    expect(withNews(thread([here], { earlier: "b" }), comment("a", { createdAt: at(1) })).went).toBeNull();
    expect(followsOn(comment("a", { createdAt: at(1) }), here)).toBe(false);
    expect(followsOn(comment("c", { createdAt: at(5) }), here)).toBe(true);
    expect(followsOn(comment("a", { createdAt: at(1) }), null)).toBe(true);
    const later = withNews(thread([here], { later: "b" }), comment("c", { createdAt: at(9) }));
    expect([later.went, idsOf(later.data)]).toEqual(["behind", ["b"]]);
  });

  test("with its answers when it is changed, and as new as it was", () => {
    const before = thread([comment("a", { isNew: true, replies: [comment("r", { parentId: "a" })], moreReplies: 3 })]);
    const { data, went } = withNews(before, comment("a", { html: "<p>other</p>" }));
    expect(went).toBe("changed");
    expect(commentsOf(data)[0]).toMatchObject({
      html: "<p>other</p>",
      isNew: true,
      moreReplies: 3,
      replies: [{ id: "r" }],
    });
  });

  test("not at all when it was removed before anybody here saw it", () => {
    expect(withNews(thread([]), comment("a", { deleted: { by: "author" }, author: null })).went).toBeNull();
  });
});

describe("what is told to all", () => {
  const thanks = { reaction: "thanks", count: 2, mine: false, names: ["Anna K.", "Joost V."] } as const;

  test("says which reactions are mine", () => {
    const one = comment("a", { reactions: [{ ...thanks, names: [...thanks.names] }] });
    expect(asMine(told(one, { thanks: ["anna", ME] }), ME, null).reactions[0]?.mine).toBe(true);
    expect(asMine(told(one, { thanks: ["anna", "joost"] }), ME, null).reactions[0]?.mine).toBe(false);
  });

  test("leaves what only I may do, and as I typed it", () => {
    const mine = { author: { id: ME, name: "I" } };
    const abilities = { ...NOTHING, edit: true };
    const known = comment("a", { ...mine, markdown: "*a*", abilities });
    const heard = asMine(told(comment("a", { ...mine, resolved: { by: "Paola R." } })), ME, known);
    expect(heard).toMatchObject({ markdown: "*a*", abilities, resolved: { by: "Paola R." }, isNew: false });
    expect(asMine(told(comment("b")), ME, null).isNew).toBe(true);
  });

  test("is not enough for my own comment when it was made, changed or hidden elsewhere", () => {
    const mine = comment("a", { author: { id: ME, name: "I" } });
    expect(mustAsk(mine, null, ME)).toBe(true);
    expect(mustAsk(mine, mine, ME)).toBe(false);
    expect(mustAsk({ ...mine, html: "<p>other</p>" }, mine, ME)).toBe(true);
    expect(mustAsk({ ...mine, author: null, html: "", deleted: { by: "moderator" } }, mine, ME)).toBe(true);
    expect(mustAsk(comment("b"), null, ME)).toBe(false);
  });
});
