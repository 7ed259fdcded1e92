import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
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
import { appeals, asks, auditLog, mailNotifications, mails, notifications, reports } from "@/db/schema";
import { attachAsk, detachAsk } from "@/lib/asks/attach";
import { attachedTo } from "@/lib/asks/attached";
import { getAsk } from "@/lib/asks/get";
import { ASK_LISTS } from "@/lib/asks/limits";
import { changeAsk, closeAsk, reopenAsk } from "@/lib/asks/mutations";
import { asksForMyCity, asksOfCity, asksToDo, countAsks, listAsks, myOpenAsks } from "@/lib/asks/queries";
import { settleAsk, unsettleAsk } from "@/lib/asks/settle";
import { tendAsks } from "@/lib/asks/tend";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { useUp } from "@/lib/auth/testing";
import { listLog } from "@/lib/cohorts/log";
import { commentHistory } from "@/lib/comments/history";
import { missedSince } from "@/lib/comments/live-missed";
import { talkTopics } from "@/lib/comments/live-topics";
import { placeOfComment } from "@/lib/comments/place";
import { postComment } from "@/lib/comments/post";
import { listThread } from "@/lib/comments/queries";
import { PostComment } from "@/lib/comments/schema";
import { suggestionsOn } from "@/lib/comments/suggest";
import { exportWriteUp } from "@/lib/exports/export";
import { followThing } from "@/lib/follows/mutations";
import { listFollows } from "@/lib/follows/queries";
import { titleOf } from "@/lib/follows/title";
import { newId } from "@/lib/ids";
import { digestLetter } from "@/lib/inbox/digest-letter";
import { NOTIFICATION_KINDS } from "@/lib/inbox/limits";
import { newsLetter } from "@/lib/inbox/news-letter";
import { listInbox } from "@/lib/inbox/queries";
import { letterHtml, letterText } from "@/lib/mail/letter";
import { getPerson } from "@/lib/people/person";
import { commentLinkFor } from "@/lib/signed-links/link-for";
import { listOwnLinks } from "@/lib/signed-links/own";
import { getLinkPage } from "@/lib/signed-links/queries";
import { getWriteUp } from "@/lib/write-ups/queries";
import { appealHiding, decideAppeal } from "./appeals";
import { hideSaid, keepSaid, reportSaid, restoreSaid } from "./mutations";
import { getJudged, listCases, listDecisions } from "./queries";
import { DecideInput, HideInput, ReportInput, RestoreInput } from "./schema";

const VIEW = { locale: "en", zone: "Europe/Rome" } as const;
const canary = (place: string) => `canary-${place}`;
const found = (value: unknown) => [...new Set(JSON.stringify(value ?? null).match(/canary-[a-z]+/g))].sort();
const refusal = (verb: Promise<unknown>): Promise<string> =>
  verb.then(
    () => "done",
    (error: { code?: string; fields?: { form?: { key: string } } }) => error.fields?.form?.key ?? error.code ?? "?",
  );

/** Bilbao asks Dublin something, Dublin answers, and Turin has taken both into a write-up. */
async function world() {
  const cohort = await makeCohort();
  const [turin, dublin, bilbao] = [await makeCity(cohort.id), await makeCity(cohort.id), await makeCity(cohort.id)];
  const as = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  const asker = await as(cohort.id, "member", bilbao.id);
  const lead = await as(cohort.id, "lead", dublin.id);
  const official = await as(cohort.id, "official", dublin.id);
  const author = await as(cohort.id, "official", turin.id);
  const [facilitator, admin] = [await as(cohort.id, "facilitator"), await as(cohort.id, "admin")];
  const left = await makePerson();
  await makeMembership(left.id, cohort.id, "lead", dublin.id, new Date(Date.now() - 1000));
  const lesser = {
    official,
    author,
    member: await as(cohort.id, "member", dublin.id),
    askersLead: await as(cohort.id, "lead", bilbao.id),
    observer: await as(cohort.id, "observer"),
    stranger: await as((await makeCohort()).id, "admin"),
    outsider: await actorOf((await makePerson()).id),
    left: await actorOf(left.id),
  };
  const writeUp = await makeWriteUp(turin, author.personId, { document: { title: "Shared by Turin" } });
  const words = (place: string) => ({ markdown: canary(place), html: `<p>${canary(place)}</p>` });
  const { id } = await makeAsk(cohort.id, asker.personId, dublin, {
    ...{ title: canary("title"), ...words("text"), fromWorkspaceId: bilbao.id, writeUpId: writeUp.id },
    dueAt: new Date(Date.now() - 86_400_000),
  });
  const answer = await makeComment({ askId: id }, cohort.id, official.personId, {
    ...{ workspaceId: dublin.id, ...words("answer") },
  });
  const said = await makeComment({ askId: id }, cohort.id, lead.personId, { workspaceId: dublin.id, ...words("said") });
  const reply = { parentId: answer.id, ...words("reply") };
  await makeComment({ askId: id }, cohort.id, author.personId, { workspaceId: turin.id, ...reply });
  await db
    .update(asks)
    .set({
      ...{ answerId: answer.id, answeredAt: new Date(), attachedAt: new Date(), attachedBy: author.personId },
    })
    .where(eq(asks.id, id));
  return {
    ...{ cohort, turin, dublin, asker, lead, official, author, facilitator, admin, lesser, writeUp, id, answer, said },
  };
}
let w: Awaited<ReturnType<typeof world>>;

const report = (actor: Actor) =>
  reportSaid(actor, ReportInput.parse({ id: w.id, reason: "hurtful", note: canary("note") }));
const hide = (actor: Actor, more: object = { words: canary("reason") }) =>
  hideSaid(actor, HideInput.parse({ id: w.id, ...more }));
const restore = (actor: Actor) => restoreSaid(actor, RestoreInput.parse({ id: w.id, note: "It was meant well." }));
const appeal = (actor: Actor) => appealHiding(actor, { id: w.id, note: canary("appeal") });
const decide = async (actor: Actor, decision: "restored" | "kept") => {
  const [open] = await db
    .select({ id: appeals.id })
    .from(appeals)
    .where(and(eq(appeals.askId, w.id), isNull(appeals.decidedAt)));
  return decideAppeal(actor, DecideInput.parse({ appealId: open?.id, decision, answer: canary("decision") }));
};
const row = async () => (await db.select().from(asks).where(eq(asks.id, w.id)))[0];
const audits = () =>
  db
    .select({ action: auditLog.action, actorId: auditLog.actorId, detail: auditLog.detail, city: auditLog.workspaceId })
    .from(auditLog)
    .where(eq(auditLog.subjectId, w.id))
    .orderBy(asc(auditLog.id));
const told = async (kind: (typeof notifications.$inferSelect)["kind"]) =>
  (
    await db
      .select({ personId: notifications.personId })
      .from(notifications)
      .where(and(eq(notifications.askId, w.id), isNull(notifications.commentId), eq(notifications.kind, kind)))
  )
    .map(({ personId }) => personId)
    .sort();
const isOf = (actor: Actor, kind: (typeof notifications.$inferSelect)["kind"]) =>
  and(eq(notifications.personId, actor.personId), eq(notifications.kind, kind));
const ids = (...actors: Actor[]) => actors.map((actor) => actor.personId).sort();

/** All that would tell somebody of the question, in one heap. */
async function everythingFor(actor: Actor) {
  const about = { askId: w.id };
  const topic = talkTopics["talk-ask"];
  const events = [w.id, w.answer.id].map((id) => ({ kind: "changed", id }));
  const live = (await topic.audience(w.id))(actor) ? await topic.contentByClass?.(w.id, events) : null;
  const heap: Record<string, unknown> = {
    ask: await getAsk(actor, w.id),
    counts: await countAsks(actor),
    forCity: [await asksForMyCity(actor), await asksToDo(actor), await myOpenAsks(actor)],
    ofCity: await asksOfCity(actor, w.dublin.id),
    thread: await listThread(actor, about, null, VIEW),
    around: await listThread(actor, about, { around: w.answer.id }, VIEW),
    missed: await missedSince(actor, about, Date.now() - 60_000, VIEW),
    live: live?.say(VIEW, actor),
    place: await placeOfComment(actor, w.answer.id).catch(() => null),
    history: await commentHistory(actor, w.answer.id, VIEW).catch(() => null),
    judged: [await getJudged(actor, w.id), await getJudged(actor, w.answer.id)],
    cases: await listCases(actor),
    decisions: await listDecisions(actor),
    attached: await attachedTo(actor, w.writeUp.id),
    writeUp: await getWriteUp(actor, w.writeUp.id, ["en"]),
    export: String((await exportWriteUp(actor, w.writeUp.id, "md", { ...VIEW, languages: ["en"] }))?.content),
    people: [await getPerson(actor, w.official.personId), await getPerson(actor, w.asker.personId)],
    log: await listLog(actor, { cohortId: w.cohort.id, workspaceId: null }),
    cityLog: await listLog(actor, { cohortId: w.cohort.id, workspaceId: w.dublin.id }),
    title: await titleOf(actor, about),
    follows: await listFollows(actor),
    link: await getLinkPage((await commentLinkFor(db, actor.personId, about)).split("/").at(-1) ?? "", w.answer.id),
    links: await listOwnLinks(actor),
  };
  for (const show of ASK_LISTS)
    for (const filters of [{ show }, { show, q: "canary" }, { show, city: w.dublin.slug }])
      heap[`list ${JSON.stringify(filters)}`] = await listAsks(actor, filters);
  return heap;
}

/** All kinds of news about the question and what was said to it, in their Inbox and in a mail of each kind. */
async function newsOf(actor: Actor) {
  const told = await db
    .insert(notifications)
    .values(
      NOTIFICATION_KINDS.flatMap((kind) =>
        [null, w.answer.id].map((commentId) => ({ askId: w.id, kind, commentId, personId: actor.personId })),
      ),
    )
    .returning({ id: notifications.id });
  return {
    inbox: await listInbox(actor),
    news: await mailOf(actor, told, "news"),
    digest: await mailOf(actor, told, "digest"),
  };
}

async function mailOf(actor: Actor, told: { id: string }[], kind: "news" | "digest"): Promise<string[] | null> {
  const [mail] = await db.insert(mails).values({ kind, toEmail: actor.email, personId: actor.personId }).returning();
  const mailId = mail?.id ?? "";
  await db.delete(mailNotifications);
  await db.insert(mailNotifications).values(told.map(({ id }) => ({ notificationId: id, mailId })));
  const composed = await (kind === "news" ? newsLetter : digestLetter)(mailId, actor.personId);
  if (!("letter" in composed)) return null;
  const { letter } = composed;
  return [letter.subject, letterText(letter), letterHtml(letter)];
}

describe("a question that a moderator hid", () => {
  let before: Record<string, unknown>;
  beforeAll(async () => {
    w = await world();
    for (const actor of [w.official, w.author, w.lesser.member]) await followThing(actor, { askId: w.id }, "follow");
    before = { ...(await everythingFor(w.official)), ...(await newsOf(w.official)) };
    await report(w.lesser.observer);
    await hide(w.lead);
    await appeal(w.asker);
  });

  test("was there for others in all places in which it is not any more", () => {
    const places = Object.entries(before).filter(([, said]) => found(said).length > 0);
    expect(places.map(([where]) => where.replace(/^list .*/, "list"))).toEqual(
      expect.arrayContaining([
        ...["ask", "thread", "around", "missed", "live", "history", "judged", "attached", "ofCity", "people", "title"],
        ...["follows", "links", "link", "list", "inbox", "news", "digest"],
      ]),
    );
    expect([before.place, before.counts]).toMatchObject([expect.stringContaining(w.id), { answered: 1, all: 1 }]);
    expect(before.writeUp).toMatchObject({ hasAsks: true });
  });

  test("is not there for anybody but its asker and its moderators, with all that was said to it", async () => {
    for (const [who, actor] of Object.entries(w.lesser)) {
      const heap: Record<string, unknown> = { ...(await everythingFor(actor)), ...(await newsOf(actor)) };
      for (const [where, said] of Object.entries(heap)) {
        expect(found(said), `${who}, ${where}`).toEqual([]);
        expect(JSON.stringify(said ?? null), `${who}, ${where}`).not.toContain(w.id);
      }
      expect(heap.counts, who).toEqual({ open: 0, mine: 0, answered: 0, closed: 0, all: 0 });
      expect(heap.inbox, who).toMatchObject({ groups: [] });
      if (heap.writeUp) expect(heap.writeUp, who).toMatchObject({ hasAsks: false });
      expect([heap.news, heap.digest], who).toEqual([null, null]);
    }
  });

  test("is shown to its asker and its moderators, who are told why it is hidden, and counts as open for nobody", async () => {
    for (const actor of [w.asker, w.lead, w.facilitator, w.admin]) {
      const heap = await everythingFor(actor);
      const mine = actor === w.asker;
      expect(found(heap.ask), actor.name).toEqual(["answer", "text", "title"].map(canary));
      expect(found(heap.thread)).toEqual(["answer", "reply", "said"].map(canary));
      expect(found(heap.judged)).toEqual(["answer", "appeal", "reason", "text", "title"].map(canary));
      expect(heap.counts).toEqual({ open: 0, mine: mine ? 1 : 0, answered: 0, closed: 0, all: 1 });
      expect([heap.forCity, heap.ofCity, heap.attached]).toEqual([[[], [], []], [], []]);
      expect(heap.ask).toMatchObject({ state: "hidden", attachable: [], offered: [] });
      const nothing = { settle: false, change: false, close: false, attach: false, report: false, hide: false };
      expect((heap.ask as { abilities: object }).abilities).toEqual(nothing);
      expect(heap.cases === null).toBe(mine);
    }
  });

  test("tells in the Inbox and by mail only that it is hidden, and only those whom that concerns", async () => {
    const kinds = async (actor: Actor) => {
      await db.delete(notifications).where(eq(notifications.personId, actor.personId));
      const { inbox, news } = await newsOf(actor);
      const { groups } = inbox as Awaited<ReturnType<typeof listInbox>>;
      return [groups.flatMap(({ lines }) => lines.map(({ newest }) => newest.kind)).sort(), found(news)];
    };
    expect(await kinds(w.asker)).toEqual([["appeal-decided", "hidden"], ["reason", "text", "title"].map(canary)]);
    expect(await kinds(w.facilitator)).toEqual([["appealed"], ["text", "title"].map(canary)]);
    expect(await kinds(w.lead)).toEqual([["appealed"], ["text", "title"].map(canary)]);
  });

  test("makes the open pages of those who may see it look anew, and lets the others go", async () => {
    const said = await talkTopics["talk-ask"].contentByClass?.(w.id, [{ kind: "changed", id: w.id }]);
    expect(said?.say(VIEW, w.lead)).toMatchObject({ kind: "talk", comments: [] });
    for (const actor of [w.asker, w.lead, w.admin]) expect(said?.hears?.(actor)).toBe("unseeing");
    for (const actor of Object.values(w.lesser)) expect(said?.hears?.(actor)).toBe(false);
  });

  test("is no cursor, takes no comment and calls nobody: it is the same as one that never was", async () => {
    const never = "0000000000000000";
    for (const actor of Object.values(w.lesser)) {
      expect(await listAsks(actor, { show: "all" }, { after: w.id })).toEqual({ items: [], after: null });
      const post = (askId: string) =>
        refusal(
          postComment(actor, PostComment.parse({ askId, markdown: "A word more.", formKey: newId() }), VIEW, "mail"),
        );
      const suggest = (askId: string) =>
        refusal(suggestionsOn(actor, { askId }, { typed: "a", parentId: null, inside: false }, "en"));
      for (const verb of [post, suggest])
        expect([await verb(w.id), await verb(never)]).toEqual(["not_found", "not_found"]);
      expect(await refusal(followThing(actor, { askId: w.id }, "mute"))).toBe("not_found");
    }
  });

  test("is left as it is by its asker and its moderators too, until it is shown again", async () => {
    const only = { id: w.id };
    const words = { title: "Another one", markdown: "", language: "en" as const };
    const settling = { ...only, comment: w.said.id, seen: w.answer.id };
    const tries = [
      () => changeAsk(w.asker, { ...only, ...words }),
      () => settleAsk(w.lead, settling),
      () => unsettleAsk(w.lead, { ...only, seen: w.answer.id }),
      () => closeAsk(w.facilitator, { ...only, words: "", formKey: newId() }),
      () => reopenAsk(w.facilitator, only),
      () => attachAsk(w.lead, { ...only, writeUp: w.writeUp.id }),
      () => detachAsk(w.lead, only),
      ...[w.asker, w.lead, w.admin].map(
        (actor) => () =>
          postComment(actor, PostComment.parse({ askId: w.id, markdown: "A word.", formKey: newId() }), VIEW),
      ),
    ];
    const before = await row();
    for (const attempt of tries) expect(await refusal(attempt())).toBe("conflict");
    expect(await row()).toEqual(before);
  });

  test("reminds no city of an answer", async () => {
    await db.update(asks).set({ answerId: null, answeredAt: null }).where(eq(asks.id, w.id));
    await db.execute(
      sql`update comments set hidden_at = now(), hidden_by = author_id, hidden_reason = 'x' where ask_id = ${w.id}`,
    );
    await tendAsks();
    expect(await row()).toMatchObject({ remindedAt: null });
  });
});

describe("moderating a question", () => {
  beforeEach(async () => {
    w = await world();
  });

  test("whoever reads it reports it once, and its moderators hear of it without a name", async () => {
    await report(w.official);
    expect(await refusal(report(w.official))).toBe("moderation.error.reported");
    expect(await refusal(report(w.asker))).toBe("forbidden");
    expect(await refusal(report(w.lesser.stranger))).toBe("not_found");
    expect(await db.select().from(reports).where(eq(reports.askId, w.id))).toMatchObject([
      { commentId: null, reporterId: w.official.personId, decision: null },
    ]);
    expect(await told("reported")).toEqual(ids(w.lead, w.facilitator, w.admin));
    expect(await audits()).toEqual([
      { action: "ask.report", actorId: null, detail: { askId: w.id, reason: "hurtful" }, city: w.dublin.id },
    ]);
    for (const actor of [w.lead, w.facilitator, w.admin])
      expect((await listCases(actor))?.cases).toMatchObject([
        { id: w.id, kind: "ask", reports: [{ reason: "hurtful" }] },
      ]);
    expect((await listCases(w.lesser.askersLead))?.cases).toEqual([]);
    await keepSaid(w.lead, { id: w.id });
    expect((await audits()).at(-1)).toMatchObject({ action: "ask.keep", detail: { reports: 1 } });
    expect((await getJudged(w.official, w.id))?.myReport).toMatchObject({ decision: "kept" });
  });

  test("its moderators hide it with a reason that decides the reports, and two at once hide it once", async () => {
    await report(w.official);
    const hidden = await Promise.all(
      [w.lead, w.facilitator, w.admin].map((one) => refusal(hide(one, { ready: "tone" }))),
    );
    expect(hidden.sort()).toEqual(["conflict", "conflict", "done"]);
    expect(await row()).toMatchObject({ hiddenReason: "ready:tone", title: canary("title") });
    expect(await told("hidden")).toEqual(ids(w.asker));
    expect((await audits()).at(-1)).toMatchObject({ action: "ask.hide", detail: { reports: 1, reason: "ready:tone" } });
    expect((await listDecisions(w.admin)).decisions).toMatchObject([{ what: "hidden", judged: { kind: "ask" } }]);
    expect(await refusal(report(w.official))).toBe("not_found");
    expect(await refusal(restore(w.asker))).toBe("forbidden");
    for (const actor of [w.official, w.author, w.lesser.askersLead, w.lesser.observer])
      expect(await refusal(restore(actor))).toBe("not_found");
  });

  test("is nobody's who does not moderate it, and nobody's own", async () => {
    for (const actor of [w.asker, w.official, w.author, w.lesser.askersLead, w.lesser.observer])
      expect(await refusal(hide(actor))).toBe("forbidden");
    const own = await makeAsk(w.cohort.id, w.facilitator.personId, w.dublin);
    expect(await refusal(hideSaid(w.facilitator, HideInput.parse({ id: own.id, ready: "tone" })))).toBe("forbidden");
    expect(await row()).toMatchObject({ hiddenAt: null });
  });

  test("shows it again to all, with a note for the log", async () => {
    await hide(w.lead);
    expect(await getAsk(w.official, w.id)).toBeNull();
    await restore(w.facilitator);
    expect(await row()).toMatchObject({ hiddenAt: null, hiddenBy: null, hiddenReason: null });
    expect(await getAsk(w.official, w.id)).toMatchObject({ state: "answered", looked: null });
    expect(await attachedTo(w.official, w.writeUp.id)).toHaveLength(1);
    expect((await audits()).at(-1)).toMatchObject({ action: "ask.restore", detail: { note: "It was meant well." } });
    expect(await told("appeal-decided")).toEqual(ids(w.asker));
  });

  test("its asker asks once for another look, and somebody else than who hid it answers", async () => {
    await hide(w.lead);
    const sent = await Promise.all([refusal(appeal(w.asker)), refusal(appeal(w.asker))]);
    expect(sent.sort()).toEqual(["done", "moderation.error.appealed"]);
    expect(await refusal(appeal(w.lead))).toBe("forbidden");
    expect(await told("appealed")).toEqual(ids(w.facilitator, w.admin));
    expect((await audits()).at(-1)).toMatchObject({ action: "ask.appeal", actorId: w.asker.personId });
    expect(await refusal(decide(w.lead, "kept"))).toBe("moderation.error.ownHiding");
    expect(await refusal(decide(w.official, "kept"))).toBe("not_found");
    await decide(w.admin, "restored");
    expect((await audits()).at(-1)).toMatchObject({ action: "ask.decide-appeal", detail: { decision: "restored" } });
    const looked = { by: w.admin.name, answer: canary("decision"), restored: true };
    expect(await getAsk(w.asker, w.id)).toMatchObject({ state: "answered", looked });
    for (const actor of [w.official, w.lead, w.admin]) expect((await getAsk(actor, w.id))?.looked).toBeNull();
    const news = await db.select({ id: notifications.id }).from(notifications).where(isOf(w.asker, "appeal-decided"));
    const [subject, text] = (await mailOf(w.asker, news, "news")) ?? [];
    expect(subject).toBe(`Your question “${canary("title")}” is back`);
    expect(text).toContain(`${w.admin.name} writes: ${canary("decision")}`);
  });

  test("its asker reads on its page who looked again and what they answered, while it stays hidden", async () => {
    await hide(w.lead);
    await appeal(w.asker);
    await decide(w.admin, "kept");
    const standing = { appeal: { decision: "kept", answer: canary("decision"), by: w.admin.name } };
    expect(await getJudged(w.asker, w.id)).toMatchObject({ ...standing, abilities: { appeal: false } });
    expect(await refusal(appeal(w.asker))).toBe("moderation.error.appealed");
    await restore(w.lead);
    expect((await getAsk(w.asker, w.id))?.looked).toBeNull();
  });

  test("has the limits that comments have", async () => {
    await useUp(w.lead.personId, "moderate");
    await useUp(w.official.personId, "report");
    expect(await refusal(hide(w.lead))).toBe("too_many");
    expect(await refusal(report(w.official))).toBe("too_many");
    await hide(w.facilitator);
    expect(await refusal(restore(w.lead))).toBe("too_many");
    expect(await row()).toMatchObject({ hiddenBy: w.facilitator.personId });
  });
});

test("the database takes no report or appeal about nothing, or about two things, and half a hiding", async () => {
  const { id, asker, answer, lead } = await world();
  const both = { askId: id, commentId: answer.id };
  for (const about of [both, {}]) {
    expect(await refusal(db.insert(reports).values({ ...about, reporterId: lead.personId, reason: "other" }))).not.toBe(
      "done",
    );
    expect(await refusal(db.insert(appeals).values({ ...about, note: "x" }))).not.toBe("done");
  }
  const half = { hiddenAt: new Date(), hiddenBy: asker.personId };
  expect(await refusal(db.update(asks).set(half).where(eq(asks.id, id)))).not.toBe("done");
});
