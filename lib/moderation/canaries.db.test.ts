import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makeSession, makeWriteUp } from "@/db/factories";
import {
  appeals,
  asks,
  commentEdits,
  commentMentions,
  comments,
  mailNotifications,
  mails,
  notifications,
  people,
  reports,
} from "@/db/schema";
import { attachedTo } from "@/lib/asks/attached";
import { getAsk } from "@/lib/asks/get";
import { listAsks } from "@/lib/asks/queries";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { listLog } from "@/lib/cohorts/log";
import { commentHistory } from "@/lib/comments/history";
import { missedSince } from "@/lib/comments/live-missed";
import { talkTopics } from "@/lib/comments/live-topics";
import { listThread } from "@/lib/comments/queries";
import { listReplies } from "@/lib/comments/replies";
import type { About } from "@/lib/comments/types";
import { exportWriteUp } from "@/lib/exports/export";
import { digestLetter } from "@/lib/inbox/digest-letter";
import { NOTIFICATION_KINDS } from "@/lib/inbox/limits";
import { newsLetter } from "@/lib/inbox/news-letter";
import { listInbox } from "@/lib/inbox/queries";
import type { TopicKind } from "@/lib/live/topics";
import { letterHtml, letterText } from "@/lib/mail/letter";
import { listBeside } from "@/lib/passages/queries";
import { getPerson } from "@/lib/people/person";
import { getTalk } from "@/lib/signed-links/talk";
import { getJudged, listCases, listDecisions } from "./queries";

const VIEW = { locale: "en", zone: "Europe/Rome" } as const;
const canary = (place: string) => `canary-${place}`;
const found = (value: unknown) => [...new Set(JSON.stringify(value ?? null).match(/canary-[a-z]+/g))].sort();

async function world() {
  const cohort = await makeCohort();
  const [turin, dublin, warsaw] = [await makeCity(cohort.id), await makeCity(cohort.id), await makeCity(cohort.id)];
  const official = await makeMember(cohort.id, "official", turin.id);
  const author = await makeMember(cohort.id, "member", dublin.id);
  await db.update(people).set({ name: "Canary Author" }).where(eq(people.id, author.id));
  const moderator = await makeMember(cohort.id, "facilitator");
  const left = await makePerson();
  await makeMembership(left.id, cohort.id, "lead", turin.id, new Date(Date.now() - 1000));
  const lesser = {
    official,
    member: await makeMember(cohort.id, "member", turin.id),
    peer: await makeMember(cohort.id, "lead", warsaw.id),
    colleague: await makeMember(cohort.id, "official", dublin.id),
    observer: await makeMember(cohort.id, "observer"),
    stranger: await makeMember((await makeCohort()).id, "admin"),
    outsider: await makePerson(),
    left,
  };
  const writeUp = await makeWriteUp(turin, official.id, {
    document: {
      title: "Shared by Turin",
      sections: [{ key: "problem", markdown: "A flood.", html: "<p>A flood.</p>", empty: null, audience: "cohort" }],
    },
  });
  const session = await makeSession(cohort.id, moderator.id, [turin]);
  const [ask] = await db
    .insert(asks)
    .values({
      ...{ cohortId: cohort.id, askerId: official.id, toWorkspaceId: dublin.id, writeUpId: writeUp.id },
      ...{ language: "en", title: "Who holds the keys?", attachedAt: sql`now()` as never, attachedBy: official.id },
      answeredAt: sql`now()` as never,
      answerId: "later",
    })
    .returning();
  const askId = ask?.id ?? "";
  const things: About[] = [{ writeUpId: writeUp.id }, { sessionId: session.id }, { askId }];

  const hidden: string[] = [];
  for (const about of things) {
    const values = {
      ...{
        cohortId: cohort.id,
        workspaceId: dublin.id,
        authorId: author.id,
        audience: "cohort" as const,
        language: "en",
      },
      ...{ markdown: canary("words"), html: `<p>${canary("words")}</p>` },
      ...{ hiddenAt: sql`now()` as never, hiddenBy: moderator.id, hiddenReason: canary("reason") },
    };
    const passage = { section: "problem", language: "en", quote: canary("quote"), before: "", after: "", start: 0 };
    const [root] = await db
      .insert(comments)
      .values({ ...values, ...about, ...("writeUpId" in about ? { passage } : {}) })
      .returning();
    const [open] = await db
      .insert(comments)
      .values({
        ...values,
        ...about,
        authorId: official.id,
        html: "<p>Heard.</p>",
        markdown: "Heard.",
        hiddenAt: null,
        hiddenBy: null,
        hiddenReason: null,
      })
      .returning();
    const [reply] = await db
      .insert(comments)
      .values({ ...values, ...about, parentId: open?.id, html: `<p>${canary("reply")}</p>`, markdown: canary("reply") })
      .returning();
    for (const one of [root, reply]) {
      const commentId = one?.id ?? "";
      hidden.push(commentId);
      await db
        .insert(commentEdits)
        .values({ commentId, markdown: canary("before"), html: `<p>${canary("before")}</p>` });
      await db.insert(commentMentions).values({ commentId, personId: lesser.peer.id });
      await db
        .insert(reports)
        .values({ commentId, reporterId: lesser.member.id, reason: "hurtful", note: canary("report") });
      await db.insert(appeals).values({ commentId, note: canary("appeal") });
    }
    if ("askId" in about)
      await db
        .update(asks)
        .set({ answerId: root?.id ?? "" })
        .where(eq(asks.id, askId));
  }
  return { cohort, turin, writeUp, things, hidden, askId, author, moderator, lesser };
}
let w: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  w = await world();
});

/** All that tells somebody of comments, in one heap. */
async function everythingFor(actor: Actor) {
  const heap: Record<string, unknown> = {};
  for (const about of w.things) {
    const [kind] = Object.keys(about);
    const [id = ""] = Object.values(about) as string[];
    heap[`thread ${kind}`] = await listThread(actor, about, null, VIEW);
    heap[`missed ${kind}`] = await missedSince(actor, about, Date.now() - 60_000, VIEW);
    const name = { writeUpId: "talk-write-up", sessionId: "talk-session", askId: "talk-ask" }[kind ?? ""] ?? "";
    const topic = (talkTopics as Record<string, TopicKind>)[name];
    const said = await topic?.contentByClass?.(
      id,
      w.hidden.map((one) => ({ kind: "changed", id: one })),
    );
    if ((await topic?.audience(id))?.(actor)) heap[`live ${kind}`] = said?.say(VIEW, actor);
    for (const commentId of w.hidden) {
      heap[`around ${kind} ${commentId}`] = await listThread(actor, about, { around: commentId }, VIEW);
      heap[`link ${kind} ${commentId}`] = await getTalk(actor, about, commentId, VIEW);
      heap[`replies ${kind} ${commentId}`] = await listReplies(
        actor,
        about,
        { rootId: commentId, cursor: { at: commentId } },
        VIEW,
      );
    }
  }
  for (const id of w.hidden) {
    heap[`history ${id}`] = await commentHistory(actor, id, VIEW);
    heap[`judged ${id}`] = await getJudged(actor, id);
  }
  heap.beside = await listBeside(actor, { id: w.writeUp.id, language: "en", own: true }, VIEW);
  heap.cases = await listCases(actor);
  heap.decisions = await listDecisions(actor);
  heap.ask = await getAsk(actor, w.askId);
  for (const show of ["open", "mine", "answered", "closed"] as const)
    heap[`asks ${show}`] = [
      await listAsks(actor, { show }),
      (await listAsks(actor, { show, q: canary("words") })).items,
    ];
  heap.attached = await attachedTo(actor, w.writeUp.id);
  heap.person = await getPerson(actor, w.author.id);
  heap.log = await listLog(actor, { cohortId: w.cohort.id, workspaceId: w.turin.id });
  const asked = { ...VIEW, languages: ["en"] };
  for (const as of ["json", "md"] as const)
    heap[`export ${as}`] = String((await exportWriteUp(actor, w.writeUp.id, as, asked))?.content);
  return heap;
}

/** All kinds of news about what is hidden, in their Inbox and in a mail of each kind. */
async function newsOf(actor: Actor) {
  const rows = await db
    .insert(notifications)
    .values(
      NOTIFICATION_KINDS.flatMap((kind) =>
        w.hidden.map((commentId, n) => ({ ...w.things[Math.floor(n / 2)], kind, commentId, personId: actor.personId })),
      ),
    )
    .returning({ id: notifications.id });
  const heap: Record<string, unknown> = { inbox: await listInbox(actor) };
  for (const [kind, compose] of [["news", newsLetter] as const, ["digest", digestLetter] as const]) {
    const [mail] = await db.insert(mails).values({ kind, toEmail: actor.email, personId: actor.personId }).returning();
    const mailId = mail?.id ?? "";
    await db.delete(mailNotifications);
    await db.insert(mailNotifications).values(rows.map(({ id }) => ({ notificationId: id, mailId })));
    const composed = await compose(mailId, actor.personId);
    heap[kind] =
      "letter" in composed ? [letterText(composed.letter), letterHtml(composed.letter), composed.letter] : null;
  }
  return heap;
}

test("the words of a hidden comment, its reason, reports and appeal are nowhere for those who do not moderate it", async () => {
  for (const [who, person] of Object.entries(w.lesser)) {
    const actor = await actorOf(person.id);
    const heap = { ...(await everythingFor(actor)), ...(await newsOf(actor)) };
    for (const [where, said] of Object.entries(heap)) {
      expect(found(said), `${who}, ${where}`).toEqual([]);
      // Of whom they are stays with their own page.
      if (where !== "person") expect(JSON.stringify(said ?? null), `${who}, ${where}`).not.toContain("Canary Author");
    }
    // What is not hidden is there, so that the test would find a word.
    const hears = !["stranger", "outsider", "left"].includes(who);
    expect(JSON.stringify(heap).includes("Heard."), who).toBe(hears);
  }
});

test("its author and its moderators read the words, and only they what concerns them", async () => {
  const author = await actorOf(w.author.id);
  const asAuthor = await everythingFor(author);
  expect(found(asAuthor)).toEqual(["appeal", "before", "quote", "reason", "reply", "words"].map(canary));
  expect(found(await newsOf(author))).not.toContain(canary("report"));
  const asModerator = await everythingFor(await actorOf(w.moderator.id));
  expect(found(asModerator.cases)).toEqual(["appeal", "reason", "reply", "report", "words"].map(canary));
});
