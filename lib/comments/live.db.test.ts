import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeComment, makeMember, makeSession, makeWriteUp } from "@/db/factories";
import { auditLog, commentReactions, comments, signIns, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf, findActor } from "@/lib/auth/current";
import { hashToken, newToken } from "@/lib/auth/tokens";
import type { Role } from "@/lib/cohorts/limits";
import { newId } from "@/lib/ids";
import { END, HERE, type HereNews, type News } from "@/lib/live/events";
import { hub } from "@/lib/live/hub";
import { publish } from "@/lib/live/publish";
import type { View } from "@/lib/live/topics";
import { hideSaid, keepSaid, reportSaid } from "@/lib/moderation/mutations";
import type { Anchor } from "@/lib/passages/anchor";
import type { Audience } from "@/lib/write-ups/limits";
import { missedSince } from "./live-missed";
import { talkTopics } from "./live-topics";
import type { TalkNews, ToldComment } from "./live-types";
import { deleteComment, editComment, reactToComment } from "./mutations";
import { postComment } from "./post";
import { CHANGED, talkTopic } from "./talk";
import type { About } from "./types";

const VIEW: View = { locale: "en", zone: "Europe/Rome" };

afterAll(() => hub().stop());

/** A write-up of Turin, read by people of Turin, of Dublin and of the cohort itself. */
async function world(audience: Audience = "cohort") {
  const cohort = await makeCohort();
  const [turin, dublin] = [await makeCity(cohort.id), await makeCity(cohort.id)];
  const place = { turin: turin.id, dublin: dublin.id, cohort: null };
  const somebody = async (role: Role, where: keyof typeof place): Promise<Actor> => {
    const person = await makeMember(cohort.id, role, place[where]);
    const token = newToken();
    const expiresAt = new Date(Date.now() + 60_000);
    await db.insert(signIns).values({ personId: person.id, tokenHash: hashToken(token), expiresAt });
    const actor = await findActor(token);
    if (!actor) throw new Error("nobody is signed in");
    return actor;
  };
  const author = await somebody("official", "turin");
  const writeUp = await makeWriteUp(turin, author.personId, { audience });
  return { cohort, turin, author, somebody, about: { writeUpId: writeUp.id } satisfies About };
}

function say(actor: Actor, about: About, markdown: string, parentId?: string) {
  return postComment(actor, { ...about, parentId, markdown, language: "en", formKey: newId() }, VIEW);
}

/** Opens the page of the thing and keeps what it hears. */
async function listen(actor: Actor, about: About, view = VIEW) {
  const leave = new AbortController();
  const { body } = await hub().open(actor, view, [talkTopic(about)], talkTopics, leave.signal);
  const heard: News[] = [];
  const reader = body.getReader();
  const decoder = new TextDecoder();
  (async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read())
      for (const line of decoder.decode(read.value, { stream: true }).split("\n"))
        if (line.startsWith("data: ")) heard.push(JSON.parse(line.slice(6)) as News);
  })();
  const said = (): ToldComment[] =>
    heard.flatMap((news) => (news.kind === "talk" ? (news as unknown as TalkNews).comments : []));
  return { heard, said, last: () => said().at(-1), text: () => JSON.stringify(said()), leave: () => leave.abort() };
}

const changed = (about: About, id: string) => publish(db, talkTopic(about), { kind: CHANGED, id });

describe("whoever has the page open", () => {
  test("reads what is said, changed and removed there, in their own language and clock", async () => {
    const { author, somebody, about } = await world();
    const [anna, joost] = [await somebody("member", "dublin"), await somebody("facilitator", "cohort")];
    const [hers, his] = [
      await listen(anna, about),
      await listen(joost, about, { locale: "it", zone: "America/Los_Angeles" }),
    ];
    const first = await say(author, about, "What keeps **volunteers**?");
    await vi.waitFor(() => expect([hers.last()?.id, his.last()?.id]).toEqual([first.id, first.id]));
    expect(hers.last()).toMatchObject({
      html: expect.stringContaining("<strong>volunteers</strong>"),
      author: { id: author.personId, name: author.name },
      markdown: null,
      abilities: { reply: true, edit: false, delete: false, hide: false },
    });
    expect(his.last()).toMatchObject({ abilities: { hide: true } });
    expect(his.last()?.when).not.toBe(hers.last()?.when);

    const answer = await say(joost, about, "Dinner.", first.id);
    await vi.waitFor(() => expect(hers.last()).toMatchObject({ id: answer.id, parentId: first.id }));
    await editComment(joost, { commentId: answer.id, markdown: "Dinner, and thanks." }, VIEW);
    await vi.waitFor(() => expect(hers.last()).toMatchObject({ id: answer.id, edited: true }));
    expect(hers.last()?.html).toContain("and thanks");
    await deleteComment(joost, { commentId: answer.id }, VIEW);
    await vi.waitFor(() => expect(hers.last()).toMatchObject({ id: answer.id, deleted: { by: "author" }, html: "" }));
    expect(hers.last()?.author).toBeNull();
    for (const one of [hers, his]) one.leave();
  });

  test("reads each city by the name that their language has for it", async () => {
    const { cohort, author, about } = await world();
    const warsaw = await makeCity(cohort.id, { name: "Warsaw", localName: "Warszawa", languages: ["pl"] });
    const zofia = await actorOf((await makeMember(cohort.id, "official", warsaw.id)).id);
    const views: View[] = [VIEW, { ...VIEW, locale: "it" }];
    const [english, italian] = [await listen(author, about, views[0]), await listen(author, about, views[1])];
    const { id } = await say(zofia, about, "A word from afar.");
    await vi.waitFor(() => expect([english.last()?.id, italian.last()?.id]).toEqual([id, id]));
    expect([english.last()?.city?.name, italian.last()?.city?.name]).toEqual(["Warsaw", "Varsavia"]);
    const missed = await Promise.all(views.map((view) => missedSince(author, about, Date.now() - 1000, view)));
    expect(missed.map((one) => one?.comments[0]?.city?.name)).toEqual(["Warsaw", "Varsavia"]);
    for (const one of [english, italian]) one.leave();
  });

  test("of a session too", async () => {
    const { cohort, turin, somebody } = await world();
    const facilitator = await somebody("facilitator", "cohort");
    const session = await makeSession(cohort.id, facilitator.personId, [turin], { status: "scheduled" });
    const about = { sessionId: session.id };
    const own = await listen(await somebody("member", "dublin"), about);
    const comment = await say(facilitator, about, "Bring your own cup.");
    await vi.waitFor(() => expect(own.last()?.id).toBe(comment.id));
    own.leave();
  });

  test("hears a city's own words only as one of its people", async () => {
    const { cohort, author, somebody, about } = await world();
    const own = await listen(await somebody("member", "turin"), about);
    const others = await Promise.all([
      listen(await somebody("lead", "dublin"), about),
      listen(await somebody("admin", "cohort"), about),
    ]);
    const inside = await makeComment(about, cohort.id, author.personId, { audience: "city", html: "<p>canary</p>" });
    await changed(about, inside.id);
    await vi.waitFor(() => expect(own.text()).toContain("canary"));
    const open = await say(author, about, "For all of you.");
    await vi.waitFor(() => expect(others.map((one) => one.said().map(({ id }) => id))).toEqual([[open.id], [open.id]]));
    for (const one of [own, ...others]) one.leave();
  });

  test("sees of a hidden comment no word and no name, unless they moderate", async () => {
    const { cohort, author, somebody, about } = await world();
    const [rude, admin] = [await somebody("member", "dublin"), await somebody("admin", "cohort")];
    const [writes, reads, moderates] = [
      await listen(rude, about),
      await listen(author, about),
      await listen(admin, about),
    ];
    const hidden = await makeComment(about, cohort.id, rude.personId, {
      html: "<p>canary</p>",
      hiddenAt: new Date(),
      hiddenBy: admin.personId,
      hiddenReason: "It names somebody who was helped.",
    });
    await changed(about, hidden.id);
    await vi.waitFor(() =>
      expect(reads.last()).toMatchObject({ deleted: { by: "moderator" }, author: null, html: "" }),
    );
    await vi.waitFor(() => expect(moderates.last()?.hidden?.reason).toContain("It names somebody"));
    // Its author reads it under their own rights, when they ask.
    await vi.waitFor(() => expect(writes.last()?.id).toBe(hidden.id));
    for (const one of [reads, writes]) expect(one.text()).not.toMatch(/canary|It names/);
    for (const one of [reads, writes]) expect(one.text()).not.toContain(rude.name);
    const missed = await missedSince(rude, about, Date.now() - 1000, VIEW);
    expect(missed?.comments).toMatchObject([{ id: hidden.id, html: "<p>canary</p>", hidden: {} }]);
    for (const one of [writes, reads, moderates]) one.leave();
  });

  test("finds themselves among those who reacted", async () => {
    const { author, somebody, about } = await world();
    const anna = await somebody("member", "dublin");
    const own = await listen(anna, about);
    const comment = await say(author, about, "We began with a dinner.");
    await db.insert(commentReactions).values({ commentId: comment.id, personId: anna.personId, reaction: "tried-it" });
    await changed(about, comment.id);
    await vi.waitFor(() =>
      expect(own.last()).toMatchObject({
        reactions: [{ reaction: "tried-it", count: 1, mine: false, names: [anna.name] }],
        reactedBy: { "tried-it": [anna.personId] },
      }),
    );
    own.leave();
  });

  test("is told the words of a passage only where they read them", async () => {
    const { cohort, author, turin, somebody } = await world();
    const section = (html: string) => ({ key: "lessons", markdown: html, html, empty: null });
    const writeUp = await makeWriteUp(turin, author.personId, {
      documents: {
        city: { sections: [section("<p>The canary sang in the cellar.</p>")] as never },
        cohort: { sections: [] },
      },
    });
    const about = { writeUpId: writeUp.id };
    const [own, theirs] = [
      await listen(await somebody("member", "turin"), about),
      await listen(await somebody("member", "dublin"), about),
    ];
    const passage: Anchor = {
      ...{
        section: "lessons",
        language: "en",
        quote: "The canary sang",
        before: "",
        after: " in the cellar.",
        start: 0,
      },
    };
    const comment = await makeComment(about, cohort.id, author.personId, { passage });
    await changed(about, comment.id);
    await vi.waitFor(() => expect(own.last()?.passage).toMatchObject({ state: "here", quote: "The canary sang" }));
    await vi.waitFor(() => expect(theirs.last()?.passage).toMatchObject({ quote: null }));
    expect(theirs.text()).not.toContain("canary");
    for (const one of [own, theirs]) one.leave();
  });

  test("hears nothing of a draft that is not theirs, and no more of what goes back to its city", async () => {
    const { author, somebody, about } = await world("draft");
    await expect(listen(await somebody("lead", "turin"), about)).rejects.toMatchObject({ code: "not_found" });
    await expect(listen(await somebody("admin", "cohort"), about)).rejects.toMatchObject({ code: "not_found" });
    (await listen(author, about)).leave();

    const shared = await world();
    const theirs = await listen(await shared.somebody("member", "dublin"), shared.about);
    await db.update(writeUps).set({ audience: "city" }).where(eq(writeUps.id, shared.about.writeUpId));
    await say(shared.author, shared.about, "Only we read this, canary.");
    await vi.waitFor(() => expect(theirs.heard.at(-1)?.kind).toBe(END));
    expect(JSON.stringify(theirs.heard)).not.toContain("canary");
  });

  test("sees who else has, unless they only read", async () => {
    const { somebody, about } = await world();
    const [anna, funder] = [await somebody("member", "dublin"), await somebody("observer", "cohort")];
    const [hers, theirs] = [await listen(anna, about), await listen(funder, about)];
    const names = [anna.name, funder.name].sort((a, b) => a.localeCompare(b));
    const here = () => hers.heard.findLast(({ kind }) => kind === HERE) as HereNews | undefined;
    await vi.waitFor(() => expect(here()?.names).toEqual(names), { timeout: 5000 });
    expect(theirs.heard).toEqual([]);
    for (const one of [hers, theirs]) one.leave();
  });
});

describe("whoever was away", () => {
  test("reads all that was said and changed since, under their own rights", async () => {
    const { cohort, author, somebody, about } = await world();
    const anna = await somebody("member", "dublin");
    const old = async (values: Parameters<typeof makeComment>[3] = {}) =>
      makeComment(about, cohort.id, author.personId, { createdAt: new Date(Date.now() - 3_600_000), ...values });
    const [same, edited, removed] = [await old(), await old(), await old()];
    await editComment(author, { commentId: edited.id, markdown: "Better words." }, VIEW);
    await deleteComment(author, { commentId: removed.id }, VIEW);
    const inside = await makeComment(about, cohort.id, author.personId, { audience: "city" });
    const said = await say(anna, about, "Said elsewhere.");
    const answer = await say(author, about, "An answer.", same.id);

    const missed = await missedSince(anna, about, Date.now(), VIEW);
    const ids = missed?.comments.map(({ id }) => id) ?? [];
    expect(new Set(ids)).toEqual(new Set([edited.id, removed.id, said.id, answer.id]));
    expect(ids.slice(-2)).toEqual([said.id, answer.id]);
    expect(new Set(missed?.touched)).toEqual(new Set([edited.id, removed.id]));
    expect(missed?.comments.find(({ id }) => id === said.id)).toMatchObject({ markdown: "Said elsewhere." });
    expect(missed?.more).toBe(false);
    const theirs = await missedSince(author, about, Date.now(), VIEW);
    expect(theirs?.comments.map(({ id }) => id)).toContain(inside.id);
    expect((await missedSince(anna, about, Date.now() + 120_000, VIEW))?.comments).toEqual([]);
  });

  test("is told when it was too much, or too long", async () => {
    const { cohort, author, about } = await world();
    await db.insert(comments).values(
      Array.from({ length: 1001 }, () => ({
        ...{ ...about, cohortId: cohort.id, authorId: author.personId, audience: "cohort" as const },
        ...{ language: "en", markdown: "A word.", html: "<p>A word.</p>" },
      })),
    );
    const old = { createdAt: new Date(Date.now() - 3_600_000) };
    const removed = await makeComment(about, cohort.id, author.personId, old);
    await deleteComment(author, { commentId: removed.id }, VIEW);
    const missed = await missedSince(author, about, Date.now() - 5000, VIEW);
    expect([missed?.comments.length, missed?.more]).toEqual([1000, true]);
    expect(missed?.comments[0]).toMatchObject({ id: removed.id, deleted: { by: "author" } });
    expect((await missedSince(author, about, 0, VIEW))?.more).toBe(true);
  });

  test("does not learn that a comment was reported, or that its author asks for another look", async () => {
    const { author, somebody, about } = await world();
    const [reporter, facilitator] = [await somebody("member", "dublin"), await somebody("facilitator", "cohort")];
    const comment = await say(author, about, "A word.");
    await db
      .update(comments)
      .set({ createdAt: new Date(Date.now() - 3_600_000) })
      .where(eq(comments.id, comment.id));
    await reportSaid(reporter, { id: comment.id, reason: "hurtful", note: "" });
    const missed = async (reader: Actor) => (await missedSince(reader, about, Date.now(), VIEW))?.comments;
    expect([await missed(author), await missed(reporter)]).toEqual([[], []]);
    await keepSaid(facilitator, { id: comment.id });
    expect(await missed(author)).toEqual([]);
    const hide = { id: comment.id, ready: "" as const, words: "No", decides: "" as const, from: "" as const };
    await hideSaid(facilitator, hide);
    expect(await missed(reporter)).toMatchObject([{ id: comment.id, author: null }]);
  });

  test("learns nothing of what is not for them", async () => {
    const { somebody, about } = await world("city");
    expect(await missedSince(await somebody("lead", "dublin"), about, 0, VIEW)).toBeNull();
    expect(await missedSince(await somebody("observer", "cohort"), { writeUpId: newId() }, 0, VIEW)).toBeNull();
  });

  test("hears of what was done by every verb that the log knows of", async () => {
    const { cohort, author, about } = await world();
    const comment = await makeComment(about, cohort.id, author.personId, {
      createdAt: new Date(Date.now() - 3_600_000),
    });
    expect((await missedSince(author, about, Date.now(), VIEW))?.comments).toEqual([]);
    await db
      .insert(auditLog)
      .values({ actorId: author.personId, action: "comment.restore", cohortId: cohort.id, subjectId: comment.id });
    expect((await missedSince(author, about, Date.now(), VIEW))?.touched).toEqual([comment.id]);
    const other = await makeComment(about, cohort.id, author.personId, { createdAt: new Date(Date.now() - 3_600_000) });
    await db.insert(commentReactions).values({ commentId: other.id, personId: author.personId, reaction: "thanks" });
    expect((await missedSince(author, about, Date.now(), VIEW))?.touched).toContain(other.id);
  });

  test("sees that a reaction was taken back, and who reacted again finds it there", async () => {
    const { cohort, author, somebody, about } = await world();
    const [anna, reader] = [await somebody("member", "dublin"), await somebody("member", "turin")];
    const early = { createdAt: new Date(Date.now() - 3_600_000) };
    const comment = await makeComment(about, cohort.id, author.personId, early);
    await db
      .insert(commentReactions)
      .values({ commentId: comment.id, personId: anna.personId, reaction: "thanks", ...early });
    const missed = async () => (await missedSince(reader, about, Date.now(), VIEW)) ?? null;
    expect(await missed()).toMatchObject({ comments: [], touched: [] });
    await reactToComment(anna, { commentId: comment.id, reaction: "agree", on: false }, VIEW);
    expect(await missed()).toMatchObject({ comments: [], touched: [] });
    await reactToComment(anna, { commentId: comment.id, reaction: "thanks", on: false }, VIEW);
    expect(await missed()).toMatchObject({ comments: [{ id: comment.id, reactions: [] }], touched: [comment.id] });
    const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, comment.id));
    expect(rows).toMatchObject([{ action: "comment.unreact", actorId: anna.personId, detail: about }]);
    await reactToComment(anna, { commentId: comment.id, reaction: "thanks", on: true }, VIEW);
    expect((await missed())?.comments).toMatchObject([{ reactions: [{ reaction: "thanks", count: 1 }] }]);
  });
});
