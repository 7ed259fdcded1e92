import { and, asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeComment, makeMember, makeSession, makeWriteUp } from "@/db/factories";
import { appeals, auditLog, comments, memberships, notifications, reports } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { RATES } from "@/lib/auth/rate-limit";
import { useUp } from "@/lib/auth/testing";
import { listThread } from "@/lib/comments/queries";
import type { Locale } from "@/lib/i18n/locales";
import { appealHiding, decideAppeal } from "./appeals";
import { hideSaid, keepSaid, reportSaid, restoreSaid } from "./mutations";
import { getJudged, listCases, listDecisions } from "./queries";
import { AppealInput, DecideInput, HideInput, KeepInput, ReportInput, RestoreInput } from "./schema";

async function world() {
  const cohort = await makeCohort();
  const [turin, dublin] = [await makeCity(cohort.id), await makeCity(cohort.id)];
  const as = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  const author = await as(cohort.id, "member", dublin.id);
  const official = await as(cohort.id, "official", turin.id);
  const writeUp = await makeWriteUp(turin, official.personId, { document: { title: "Open rooms" } });
  const comment = await makeComment({ writeUpId: writeUp.id }, cohort.id, author.personId, { workspaceId: dublin.id });
  return {
    ...{ cohort, turin, dublin, writeUp, comment, id: comment.id, author, official, as },
    reporter: await as(cohort.id, "member", turin.id),
    lead: await as(cohort.id, "lead", turin.id),
    leadElsewhere: await as(cohort.id, "lead", dublin.id),
    facilitator: await as(cohort.id, "facilitator"),
    admin: await as(cohort.id, "admin"),
    observer: await as(cohort.id, "observer"),
  };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const report = (actor: Actor, commentId = w.id) =>
  reportSaid(actor, ReportInput.parse({ id: commentId, reason: "hurtful", note: "Look at the last line." }));
const hide = (actor: Actor, more: object = {}, commentId = w.id) =>
  hideSaid(actor, HideInput.parse({ id: commentId, ready: "tone", ...more }));
const keep = (actor: Actor, commentId = w.id) => keepSaid(actor, KeepInput.parse({ id: commentId }));
const restore = (actor: Actor, commentId = w.id) =>
  restoreSaid(actor, RestoreInput.parse({ id: commentId, note: "It was meant well." }));
const appeal = (actor: Actor, commentId = w.id) =>
  appealHiding(actor, AppealInput.parse({ id: commentId, note: "I meant the roof, not the people." }));
const decide = async (actor: Actor, decision: "restored" | "kept", appealId?: string) =>
  decideAppeal(actor, DecideInput.parse({ appealId: appealId ?? (await openAppeal()), decision, answer: "So it is." }));

const openAppeal = async () =>
  (await db.select().from(appeals).where(eq(appeals.commentId, w.id)).orderBy(asc(appeals.createdAt))).at(-1)?.id ?? "";
const row = async () => (await db.select().from(comments).where(eq(comments.id, w.id)))[0];
const refusal = (verb: Promise<unknown>) =>
  verb.then(
    () => "done",
    (error: { code?: string; fields?: { form?: { key: string } } }) => error.fields?.form?.key ?? error.code ?? error,
  );
const audits = async () =>
  db
    .select({ action: auditLog.action, actorId: auditLog.actorId, detail: auditLog.detail })
    .from(auditLog)
    .where(eq(auditLog.subjectId, w.id))
    .orderBy(asc(auditLog.id));
const told = async (kind: (typeof notifications.$inferSelect)["kind"]) =>
  (
    await db
      .select({ personId: notifications.personId, actorId: notifications.actorId })
      .from(notifications)
      .where(and(eq(notifications.commentId, w.id), eq(notifications.kind, kind)))
  ).sort((one, other) => (one.personId < other.personId ? -1 : 1));
const ids = (...actors: Actor[]) => actors.map((actor) => actor.personId).sort();

describe("somebody who reads a comment", () => {
  test("reports it once, and all who moderate it are told without a name", async () => {
    await report(w.reporter);
    expect(await refusal(report(w.reporter))).toBe("moderation.error.reported");
    expect(await db.select().from(reports).where(eq(reports.commentId, w.id))).toMatchObject([
      { reporterId: w.reporter.personId, reason: "hurtful", note: "Look at the last line.", decision: null },
    ]);
    const news = await told("reported");
    expect(news.map((one) => one.personId)).toEqual(ids(w.lead, w.facilitator, w.admin));
    expect(news.every((one) => one.actorId === null)).toBe(true);
    expect(await audits()).toEqual([
      { action: "comment.report", actorId: null, detail: { writeUpId: w.writeUp.id, reason: "hurtful" } },
    ]);
    expect((await getJudged(w.reporter, w.id))?.myReport).toMatchObject({ reason: "hurtful", decision: null });
    expect((await getJudged(w.author, w.id))?.waiting).toBe(0);
  });

  test("is one of many, of whom the moderators hear once until they decide", async () => {
    await Promise.all([report(w.reporter), report(w.official), report(w.observer)]);
    expect(await told("reported")).toHaveLength(3);
    expect((await listCases(w.lead))?.cases[0]?.reports).toHaveLength(3);
    await keep(w.lead);
    await report(w.leadElsewhere);
    expect(await told("reported")).toHaveLength(6);
  });

  test("who sends the form fifteen times at once has reported it once", async () => {
    const answers = await Promise.all(Array.from({ length: 15 }, () => refusal(report(w.reporter))));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(["done", "moderation.error.reported"]));
    expect(await db.select().from(reports).where(eq(reports.commentId, w.id))).toHaveLength(1);
  });

  test("reports neither their own nor what is gone, and nothing that they may not read", async () => {
    expect(await refusal(report(w.author))).toBe("forbidden");
    const stranger = await w.as((await makeCohort()).id, "facilitator");
    expect(await refusal(report(stranger))).toBe("not_found");
    const inside = await makeComment({ writeUpId: w.writeUp.id }, w.cohort.id, w.official.personId, {
      audience: "city",
    });
    expect(await refusal(report(w.facilitator, inside.id))).toBe("not_found");
    expect(await refusal(report(w.author, inside.id))).toBe("not_found");
    await hide(w.lead);
    expect(await refusal(report(w.reporter))).toBe("conflict");
    const gone = await makeComment({ writeUpId: w.writeUp.id }, w.cohort.id, w.author.personId, {
      ...{ markdown: "", html: "", deletedAt: sql`now()` as never, deletedBy: w.author.personId },
    });
    expect(await refusal(report(w.reporter, gone.id))).toBe("conflict");
    expect(await db.select().from(reports)).not.toContainEqual(expect.objectContaining({ commentId: gone.id }));
  });

  test("reports so many a day and is told when to come back", async () => {
    const made = await Promise.all(
      Array.from({ length: RATES.report.most + 1 }, () =>
        makeComment({ writeUpId: w.writeUp.id }, w.cohort.id, w.author.personId),
      ),
    );
    const answers = await Promise.all(made.map(({ id }) => refusal(report(w.reporter, id))));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(RATES.report.most);
    expect(answers.filter((answer) => answer === "too_many")).toHaveLength(1);
    expect(await refusal(report(w.official, made[0]?.id))).toBe("done");
  });

  test("chooses a reason, and writes no more than fits", () => {
    const given = (more: object) => ReportInput.safeParse({ id: w.id, reason: "false", note: "", ...more });
    expect(given({}).success).toBe(true);
    expect(given({ reason: "dull" }).error?.issues[0]?.message).toBe("moderation.error.reason");
    expect(given({ reason: undefined }).success).toBe(false);
    expect(given({ note: "x".repeat(1001) }).success).toBe(false);
    expect(given({ reporterId: w.lead.personId }).success).toBe(false);
  });
});

describe("a moderator", () => {
  test("hides a comment with a ready reason, which decides the reports and is read in everybody's own language", async () => {
    await report(w.reporter);
    await hide(w.lead, { decides: "reports" });
    expect(await row()).toMatchObject({
      hiddenBy: w.lead.personId,
      hiddenReason: "ready:tone",
      markdown: "A word.",
    });
    expect((await db.select().from(reports).where(eq(reports.commentId, w.id)))[0]).toMatchObject({
      decision: "hidden",
      decidedBy: w.lead.personId,
    });
    expect(await told("hidden")).toEqual([{ personId: w.author.personId, actorId: w.lead.personId }]);
    expect((await audits()).at(-1)).toMatchObject({
      action: "comment.hide",
      actorId: w.lead.personId,
      detail: { reports: 1, reason: "ready:tone" },
    });
    const inThread = async (locale: Locale) => {
      const page = await listThread(w.author, { writeUpId: w.writeUp.id }, null, { locale, zone: "Europe/Rome" });
      return page?.comments[0]?.hidden?.reason;
    };
    expect(await inThread("it")).toBe("Il tono ferisce chi legge. Scrivilo in un altro modo e sarà benvenuto.");
    expect(await inThread("en")).toBe("The tone hurts people here. Say it another way, and it is welcome.");
  });

  test("who writes to the author means it, whichever sentence is chosen or none", async () => {
    await hide(w.facilitator, { ready: undefined, words: "It names a family." });
    expect(await row()).toMatchObject({ hiddenReason: "It names a family." });
    await restore(w.facilitator);
    await hide(w.facilitator, { ready: "advertising", words: "It names a street." });
    expect(await row()).toMatchObject({ hiddenReason: "It names a street." });
  });

  test("chooses a sentence or writes one that fits", () => {
    const wrong = (more: object) => HideInput.safeParse({ id: w.id, ...more }).error?.issues;
    expect(wrong({ words: " " })).toMatchObject([{ path: ["ready"], message: "moderation.error.why" }]);
    expect(wrong({})).toMatchObject([{ path: ["ready"], message: "moderation.error.why" }]);
    expect(wrong({ words: "x".repeat(301) })).toMatchObject([{ path: ["words"], message: "errors.field.tooLong" }]);
    expect(wrong({ ready: "dull", words: "Because." })).toMatchObject([{ path: ["ready"] }]);
    expect(wrong({ ready: "tone" })).toBeUndefined();
  });

  test("and another one at the same moment make one decision", async () => {
    await report(w.reporter);
    const hidden = await Promise.all([w.lead, w.facilitator, w.admin].map((actor) => refusal(hide(actor))));
    expect(hidden.sort()).toEqual(["conflict", "conflict", "done"]);
    expect(await told("hidden")).toHaveLength(1);
    expect((await audits()).filter(({ action }) => action === "comment.hide")).toHaveLength(1);
    await restore(w.admin);
    await report(w.official);
    const decided = await Promise.all([refusal(keep(w.lead)), refusal(hide(w.facilitator, { decides: "reports" }))]);
    expect(decided.sort()).toEqual(["conflict", "done"]);
    const [last] = await db.select().from(reports).where(eq(reports.reporterId, w.official.personId));
    expect(last?.decision).toBe((await row())?.hiddenAt ? "hidden" : "kept");
  });

  test("keeps a comment, and whoever reported it finds that", async () => {
    expect(await refusal(keep(w.lead))).toBe("conflict");
    await report(w.reporter);
    await keep(w.lead);
    expect((await getJudged(w.reporter, w.id))?.myReport).toMatchObject({ decision: "kept" });
    expect(await row()).toMatchObject({ hiddenAt: null });
    expect((await audits()).at(-1)).toMatchObject({ action: "comment.keep", detail: { reports: 1 } });
    expect(await listCases(w.lead)).toEqual({ cases: [], more: false });
  });

  test("judges nothing of their own", async () => {
    const own = await makeComment({ writeUpId: w.writeUp.id }, w.cohort.id, w.lead.personId);
    await report(w.reporter, own.id);
    expect(await refusal(hide(w.lead, {}, own.id))).toBe("forbidden");
    expect(await refusal(keep(w.lead, own.id))).toBe("forbidden");
    expect((await listCases(w.lead))?.cases).toEqual([]);
    expect((await listCases(w.facilitator))?.cases).toHaveLength(1);
    await hide(w.facilitator, {}, own.id);
    expect(await refusal(restore(w.lead, own.id))).toBe("forbidden");
    expect((await listDecisions(w.lead)).decisions).toEqual([]);
  });

  test("shows a hidden comment again with a note, and its author is told", async () => {
    expect(await refusal(restore(w.lead))).toBe("conflict");
    await hide(w.lead);
    expect(await refusal(hide(w.admin))).toBe("conflict");
    await restore(w.facilitator);
    expect(await row()).toMatchObject({ hiddenAt: null, hiddenBy: null, hiddenReason: null });
    expect((await audits()).at(-1)).toMatchObject({
      action: "comment.restore",
      detail: { note: "It was meant well." },
    });
    expect(await told("appeal-decided")).toEqual([{ personId: w.author.personId, actorId: w.facilitator.personId }]);
    expect(RestoreInput.safeParse({ id: w.id, note: "" }).success).toBe(false);
  });

  test("is nobody else: peers, officials, observers and leads of other cities are refused", async () => {
    for (const actor of [w.author, w.reporter, w.official, w.observer, w.leadElsewhere]) {
      expect(await refusal(hide(actor))).toBe("forbidden");
      expect(await refusal(keep(actor))).toBe("forbidden");
    }
    await hide(w.lead);
    for (const actor of [w.author, w.reporter, w.official, w.observer, w.leadElsewhere])
      expect(await refusal(restore(actor))).toBe("forbidden");
  });

  test("sees only what they moderate, and admins alone see who reported", async () => {
    const inside = await makeWriteUp(w.turin, w.official.personId, { audience: "city" });
    const secret = await makeComment({ writeUpId: inside.id }, w.cohort.id, w.official.personId, { audience: "city" });
    const session = await makeSession(w.cohort.id, w.facilitator.personId, [w.turin]);
    const spoken = await makeComment({ sessionId: session.id }, w.cohort.id, w.author.personId);
    await report(w.reporter);
    await report(w.reporter, secret.id);
    await report(w.reporter, spoken.id);
    const seen = async (actor: Actor) => (await listCases(actor))?.cases.map(({ id }) => id).sort();
    expect(await seen(w.lead)).toEqual([w.id, secret.id].sort());
    expect(await seen(w.facilitator)).toEqual([w.id, spoken.id].sort());
    expect(await seen(w.admin)).toEqual([w.id, spoken.id].sort());
    expect(await seen(w.leadElsewhere)).toEqual([]);
    expect(await listCases(w.official)).toBeNull();
    const names = async (actor: Actor) =>
      (await listCases(actor))?.cases.flatMap((one) => one.reports.map(({ by }) => by));
    expect(await names(w.admin)).toEqual([w.reporter.name, w.reporter.name]);
    expect(await names(w.facilitator)).toEqual([null, null]);
    expect(await names(w.lead)).toEqual([null, null]);
    await db.execute(
      sql`update comments set hidden_at = now(), hidden_by = ${w.lead.personId}, hidden_reason = 'x' where id = ${secret.id}`,
    );
    expect((await listDecisions(w.facilitator)).decisions).toEqual([]);
    expect((await listDecisions(w.lead)).decisions).toMatchObject([{ what: "hidden", by: w.lead.name, told: "x" }]);
  });

  test("decides so much a minute and is then asked to wait, and nothing changes", async () => {
    await report(w.reporter);
    await useUp(w.lead.personId, "moderate");
    expect(await refusal(hide(w.lead))).toBe("too_many");
    expect(await refusal(keep(w.lead))).toBe("too_many");
    expect(await row()).toMatchObject({ hiddenAt: null });
    await hide(w.facilitator);
    expect(await refusal(restore(w.lead))).toBe("too_many");
    await appeal(w.author);
    expect(await refusal(decide(w.lead, "restored"))).toBe("too_many");
    expect(await row()).toMatchObject({ hiddenBy: w.facilitator.personId });
    expect(await told("appeal-decided")).toEqual([]);
  });

  test("pages through what was decided, each once", async () => {
    const made = await Promise.all(
      Array.from({ length: 45 }, () => makeComment({ writeUpId: w.writeUp.id }, w.cohort.id, w.author.personId)),
    );
    for (const { id } of made) await hide(w.lead, {}, id);
    const found: string[] = [];
    for (let before: string | null | undefined; before !== null; ) {
      const page = await listDecisions(w.admin, before);
      found.push(...page.decisions.map(({ judged }) => judged.id));
      before = page.before;
    }
    expect(found).toEqual(made.map(({ id }) => id).reverse());
  });
});

describe("the author of a hidden comment", () => {
  test("reads why, and asks once for another look, of somebody else than who hid it", async () => {
    await hide(w.lead);
    expect(await getJudged(w.author, w.id)).toMatchObject({
      html: "<p>A word.</p>",
      hidden: { by: w.lead.name },
      abilities: { appeal: true },
    });
    const sent = await Promise.all([refusal(appeal(w.author)), refusal(appeal(w.author))]);
    expect(sent.sort()).toEqual(["done", "moderation.error.appealed"]);
    const news = await told("appealed");
    expect(news.map((one) => one.personId)).toEqual(ids(w.facilitator, w.admin));
    expect((await audits()).at(-1)).toMatchObject({ action: "comment.appeal", actorId: w.author.personId });
    expect(await refusal(appeal(w.author))).toBe("moderation.error.appealed");
    expect(AppealInput.safeParse({ id: w.id, note: "x".repeat(1001) }).success).toBe(false);
  });

  test("is answered by another moderator, who shows it again", async () => {
    await hide(w.lead);
    await appeal(w.author);
    expect((await listCases(w.lead))?.cases).toMatchObject([{ decides: false }]);
    expect((await listCases(w.admin))?.cases).toMatchObject([{ decides: true, appeal: { decision: null } }]);
    expect(await refusal(decide(w.lead, "kept"))).toBe("moderation.error.ownHiding");
    expect(await refusal(decide(w.lead, "restored"))).toBe("moderation.error.ownHiding");
    const at = await openAppeal();
    const decided = await Promise.all([
      refusal(decide(w.admin, "restored", at)),
      refusal(decide(w.facilitator, "kept", at)),
    ]);
    expect(decided.sort()).toEqual(["conflict", "done"]);
    expect(await told("appeal-decided")).toHaveLength(1);
    expect((await audits()).at(-1)).toMatchObject({ action: "comment.decide-appeal", detail: { answer: "So it is." } });
  });

  test("reads where it stands who looked again and what they answered; nobody else does", async () => {
    const seen = async (actor: Actor) =>
      (await listThread(actor, { writeUpId: w.writeUp.id }, null, { locale: "en", zone: "Europe/Rome" }))?.comments[0];
    const looked = async (actor: Actor) => (await seen(actor))?.looked;
    await hide(w.lead);
    expect(await looked(w.author)).toBeUndefined();
    await appeal(w.author);
    await decide(w.admin, "kept");
    expect(await looked(w.author)).toEqual({ by: w.admin.name, answer: "So it is.", restored: false });
    expect((await seen(w.author))?.abilities.appeal).toBe(false);
    await restore(w.lead);
    expect(await looked(w.author)).toBeUndefined();
    await hide(w.lead);
    await appeal(w.author);
    await decide(w.facilitator, "restored");
    expect(await looked(w.author)).toEqual({ by: w.facilitator.name, answer: "So it is.", restored: true });
    for (const actor of [w.reporter, w.lead, w.admin]) expect(await looked(actor)).toBeUndefined();
  });

  test("may be refused, once for each hiding", async () => {
    await hide(w.lead);
    await appeal(w.author);
    await decide(w.admin, "kept");
    expect(await row()).toMatchObject({ hiddenBy: w.lead.personId });
    expect(await getJudged(w.author, w.id)).toMatchObject({
      appeal: { decision: "kept", answer: "So it is." },
      abilities: { appeal: false },
    });
    expect(await refusal(appeal(w.author))).toBe("moderation.error.appealed");
    await restore(w.lead);
    await hide(w.facilitator);
    expect(await refusal(appeal(w.author))).toBe("done");
    expect((await told("appealed")).map((one) => one.personId)).toEqual(ids(w.facilitator, w.admin, w.admin, w.lead));
  });

  test("is granted when a moderator shows the comment again, who hid it too", async () => {
    await hide(w.lead);
    await appeal(w.author);
    await restore(w.lead);
    expect(await db.select().from(appeals).where(eq(appeals.commentId, w.id))).toMatchObject([
      { decision: "restored", decidedBy: w.lead.personId, answer: "It was meant well." },
    ]);
    expect(await refusal(decide(w.admin, "kept"))).toBe("conflict");
    expect((await listDecisions(w.admin)).decisions.map(({ what }) => what)).toEqual(["restored"]);
  });

  test("gets an answer from who hid it when nobody else moderates", async () => {
    const inside = await makeWriteUp(w.turin, w.official.personId, { audience: "city" });
    const made = await makeComment({ writeUpId: inside.id }, w.cohort.id, w.reporter.personId, { audience: "city" });
    w.id = made.id;
    await hide(w.lead, {}, made.id);
    await appeal(w.reporter, made.id);
    expect((await told("appealed")).map((one) => one.personId)).toEqual(ids(w.lead));
    await decide(w.lead, "restored");
    expect(await row()).toMatchObject({ hiddenAt: null });
  });

  test("who has left appeals no more, and what they wrote stays", async () => {
    await hide(w.lead);
    await db.update(memberships).set({ untilAt: sql`now()` }).where(eq(memberships.personId, w.author.personId));
    const gone = await actorOf(w.author.personId);
    expect(await refusal(appeal(gone))).toBe("not_found");
    expect(await getJudged(gone, w.id)).toBeNull();
    await restore(w.lead);
    expect(await row()).toMatchObject({ markdown: "A word.", hiddenAt: null });
  });

  test("and nobody else appeals; without a hiding there is nothing to appeal", async () => {
    expect(await refusal(appeal(w.author))).toBe("conflict");
    await hide(w.lead);
    for (const actor of [w.reporter, w.lead, w.admin]) expect(await refusal(appeal(actor))).toBe("forbidden");
    expect(await refusal(decide(w.admin, "kept", "0000000000000000"))).toBe("not_found");
    await appeal(w.author);
    for (const actor of [w.author, w.reporter, w.official, w.leadElsewhere])
      expect(await refusal(decide(actor, "restored"))).toBe("forbidden");
  });
});
