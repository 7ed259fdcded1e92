import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  makeAsk,
  makeCity,
  makeCohort,
  makeComment,
  makeMember,
  makeMembership,
  makePerson,
  makeWriteUp,
} from "@/db/factories";
import { commentEdits, commentMentions, commentReactions, follows, signedLinks, visits, writeUps } from "@/db/schema";
import { attachedTo } from "@/lib/asks/attached";
import { getAsk } from "@/lib/asks/get";
import { prepareAsk } from "@/lib/asks/prepare";
import { listAsks } from "@/lib/asks/queries";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { listLog } from "@/lib/cohorts/log";
import { AppError } from "@/lib/errors/errors";
import { listFollows } from "@/lib/follows/queries";
import { mailToken } from "@/lib/inbox/mail-token";
import { listInbox } from "@/lib/inbox/queries";
import { getMailChoice } from "@/lib/inbox/rhythm";
import { getJudged, listCases, listDecisions } from "@/lib/moderation/queries";
import { listBeside } from "@/lib/passages/queries";
import { getPerson } from "@/lib/people/person";
import { listOwnLinks } from "@/lib/signed-links/own";
import { getTalk } from "@/lib/signed-links/talk";
import { commentHistory } from "./history";
import { missedSince } from "./live-missed";
import { talkTopics } from "./live-topics";
import { placeOfComment } from "./place";
import { listThread } from "./queries";
import { listReplies } from "./replies";
import { suggestionsOn } from "./suggest";

const VIEW = { locale: "en", zone: "Europe/Rome" } as const;
const canary = (place: string) => `canary-${place}`;
const found = (value: unknown) => [...new Set(JSON.stringify(value ?? null).match(/canary-[a-z]+/g))].sort();

/**
 * What Turin keeps to itself: what its people say to each other on a shared write-up, all that was said on one that it took
 * back from the cohort, and on a draft.
 */
async function world() {
  const cohort = await makeCohort();
  const [turin, warsaw] = [await makeCity(cohort.id), await makeCity(cohort.id)];
  const author = await makeMember(cohort.id, "official", turin.id);
  const quiet = await makePerson({ name: canary("name") });
  await makeMembership(quiet.id, cohort.id, "member", turin.id);
  const left = await makePerson();
  await makeMembership(left.id, cohort.id, "lead", turin.id, new Date(Date.now() - 1000));
  const lesser = {
    peer: await makeMember(cohort.id, "lead", warsaw.id),
    observer: await makeMember(cohort.id, "observer"),
    facilitator: await makeMember(cohort.id, "facilitator"),
    admin: await makeMember(cohort.id, "admin"),
    stranger: await makeMember((await makeCohort()).id, "admin"),
    outsider: await makePerson(),
    left,
  };
  const section = (markdown: string) => ({
    ...{ key: "problem" as const, markdown, html: `<p>${markdown}</p>`, empty: null, audience: "cohort" as const },
  });
  const kept = { title: canary("title"), card: canary("card"), sections: [section(canary("section"))] };
  const open = await makeWriteUp(turin, author.id, {
    documents: {
      city: { title: "Shared", sections: [section(`A flood. ${canary("section")}`)] },
      cohort: { title: "Shared", sections: [section("A flood.")] },
    },
  });
  const taken = await makeWriteUp(turin, author.id, { audience: "city", document: kept });
  const draft = await makeWriteUp(turin, author.id, { audience: "draft", document: kept });
  await db
    .update(writeUps)
    .set({ withdrawnFrom: "cohort", withdrawnAt: sql`now()` as never, withdrawnReason: "No more" })
    .where(sql`id = ${taken.id}`);

  const passage = { section: "problem", language: "en", quote: canary("quote"), before: "", after: "", start: 0 };
  const said = async (writeUpId: string, audience: "city" | "cohort", values: object = {}) => {
    const words = { markdown: canary("words"), html: `<p>${canary("words")}</p>` };
    const comment = await makeComment({ writeUpId }, cohort.id, quiet.id, {
      ...{ audience, workspaceId: turin.id, ...words, ...values },
    });
    const commentId = comment.id;
    await db.insert(commentEdits).values({ commentId, markdown: canary("before"), html: canary("before") });
    await db.insert(commentMentions).values({ commentId, personId: lesser.peer.id });
    await db.insert(commentReactions).values({ commentId, personId: quiet.id, reaction: "thanks" });
    return commentId;
  };
  const root = (await makeComment({ writeUpId: open.id }, cohort.id, author.id)).id;
  const secrets = [
    { about: { writeUpId: open.id }, id: await said(open.id, "city", { passage, resolvedAt: null }) },
    { about: { writeUpId: open.id }, id: await said(open.id, "city", { parentId: root }) },
    { about: { writeUpId: taken.id }, id: await said(taken.id, "cohort", { passage }) },
    { about: { writeUpId: taken.id }, id: await said(taken.id, "city") },
    { about: { writeUpId: draft.id }, id: await said(draft.id, "city") },
  ];
  const ask = await makeAsk(cohort.id, lesser.peer.id, turin, { writeUpId: taken.id });
  for (const person of Object.values(lesser)) {
    for (const { id: writeUpId } of [open, taken, draft]) {
      const expiresAt = new Date(Date.now() + 86_400_000);
      await db.insert(follows).values({ personId: person.id, writeUpId, follow: "follow" });
      await db.insert(visits).values({ personId: person.id, writeUpId, newSince: new Date(0), lastAt: new Date(1) });
      await db.insert(signedLinks).values({ purpose: "comment", personId: person.id, writeUpId, expiresAt });
    }
  }
  return { cohort, turin, author, quiet, open, taken, draft, root, secrets, ask, lesser };
}
let w: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  w = await world();
});

/** What comes of it, or how it is refused. */
async function got<T>(work: Promise<T>): Promise<T | string> {
  return work.catch((error: unknown) => {
    if (error instanceof AppError) return error.code;
    throw error;
  });
}

/** All that could tell somebody of it, in one heap. */
async function everythingFor(actor: Actor) {
  const heap: Record<string, unknown> = {};
  const topic = talkTopics["talk-write-up"];
  const asked = { typed: "", parentId: null, inside: false };
  for (const { about, id } of w.secrets) {
    const page = await listThread(actor, about, null, VIEW);
    heap[`thread ${id}`] = page;
    heap[`around ${id}`] = await listThread(actor, about, { around: id }, VIEW);
    heap[`replies ${id}`] = await listReplies(actor, about, { rootId: id, cursor: { at: id } }, VIEW);
    heap[`from ${id}`] = await listReplies(actor, about, { rootId: w.root, cursor: { at: id } }, VIEW);
    heap[`missed ${id}`] = await missedSince(actor, about, Date.now() - 60_000, VIEW);
    heap[`link ${id}`] = await getTalk(actor, about, id, VIEW);
    heap[`history ${id}`] = await commentHistory(actor, id, VIEW);
    heap[`place ${id}`] = await placeOfComment(actor, id);
    heap[`judged ${id}`] = await getJudged(actor, id);
    const beside = await listBeside(actor, { id: about.writeUpId, language: "en", own: false, wanted: id }, VIEW);
    heap[`beside ${id}`] = beside;
    const news = await topic.contentByClass?.(about.writeUpId, [{ kind: "changed", id }]);
    if (news?.hears?.(actor)) heap[`live ${id}`] = news.say(VIEW, actor);
    heap[`may listen ${id}`] = (await topic.audience(about.writeUpId))(actor);
    heap[`mail ${id}`] = (await getMailChoice(mailToken(actor.personId, about)))?.title;
    heap[`ask about ${id}`] = await prepareAsk(actor, { writeUp: about.writeUpId });
    heap[`attached ${id}`] = await attachedTo(actor, about.writeUpId);
  }
  // Who belongs to a city is no secret; who writes a draft is.
  for (const writeUp of [w.taken, w.draft])
    heap[`called ${writeUp.id}`] = await got(suggestionsOn(actor, { writeUpId: writeUp.id }, asked, "en"));
  heap.cases = await listCases(actor);
  heap.decisions = await listDecisions(actor);
  heap.ask = await getAsk(actor, w.ask.id);
  heap.asks = await listAsks(actor, { show: "all" });
  heap.person = (await getPerson(actor, w.quiet.id))?.comments;
  heap.writeUps = (await getPerson(actor, w.author.id))?.writeUps;
  heap.log = await listLog(actor, { cohortId: w.cohort.id, workspaceId: null });
  heap.follows = await listFollows(actor);
  heap.links = await listOwnLinks(actor);
  heap.inbox = await listInbox(actor);
  return heap;
}

test("what a city keeps to itself is told to nobody else, wherever they look", async () => {
  for (const [who, person] of Object.entries(w.lesser)) {
    const actor = await actorOf(person.id);
    for (const [where, told] of Object.entries(await everythingFor(actor)))
      expect(found(told), `${who}: ${where}`).toEqual([]);
  }
  // The words would be found: its own people read them.
  const own = found(await everythingFor(await actorOf(w.author.id)));
  expect(own).toEqual(["before", "name", "quote", "title", "words"].map(canary));
});

test("nor is it counted, or told apart from what never was", async () => {
  const gone = "0123456789abcdef";
  for (const [who, person] of Object.entries(w.lesser)) {
    const actor = await actorOf(person.id);
    for (const { about, id } of w.secrets) {
      const page = await listThread(actor, about, null, VIEW);
      expect(page?.fresh?.firstId ?? null, who).not.toBe(id);
      expect(page?.comments.flatMap(({ replies }) => replies) ?? [], who).toEqual([]);
      for (const cursor of ["before", "after", "around"] as const) {
        const read = (one: string) => listThread(actor, about, { [cursor]: one } as never, VIEW);
        expect(await read(id), `${who}: ${cursor}`).toEqual(await read(gone));
      }
      for (const from of ["after", "at"] as const) {
        const read = (one: string) =>
          listReplies(actor, about, { rootId: w.root, cursor: { [from]: one } as never }, VIEW);
        expect(await read(id), `${who}: ${from}`).toEqual(await read(gone));
      }
      const asked = { typed: "", inside: false };
      const suggested = (parentId: string) => got(suggestionsOn(actor, about, { ...asked, parentId }, "en"));
      expect(await suggested(id), who).toEqual(await suggested(gone));
    }
  }
});
