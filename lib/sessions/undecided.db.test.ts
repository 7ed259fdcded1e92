import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import {
  makeCity,
  makeCohort,
  makeCommitment,
  makeMember,
  makeMembership,
  makePoll,
  makeSession,
} from "@/db/factories";
import { auditLog, commitments, mails, notifications, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { feedOf } from "@/lib/calendars/feed";
import { notesTopic, sessionTopic } from "@/lib/notes/topics";
import { finalisePoll } from "@/lib/polls/finalise";
import { cancelSession, rescheduleSession } from "./mutations";
import { comingSessions, pastSessions, sessionsIn } from "./overview";
import { getSession } from "./queries";
import { RescheduleInput } from "./schema";
import { secondSitting } from "./second-sitting";
import { sessionToEdit } from "./to-edit";

const DAY = 86_400_000;

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const [facilitator, colleague] = [
    await makeMember(cohort.id, "facilitator"),
    await makeMember(cohort.id, "lead", turin.id),
  ];
  return { cohort, turin, facilitator, colleague };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const session = (values: Partial<typeof sessions.$inferInsert>, days = 20) =>
  makeSession(w.cohort.id, w.facilitator.id, [w.turin], { startsAt: new Date(Date.now() + days * DAY), ...values });
const rowOf = async (id: string) => (await db.select().from(sessions).where(eq(sessions.id, id)))[0];
const logged = async (id: string) =>
  (await db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subjectId, id))).map(
    ({ action }) => action,
  );
const mailed = async (id: string) =>
  (await db.select({ kind: mails.kind }).from(mails).where(eq(mails.sessionId, id))).map(({ kind }) => kind);

/** Runs `work` as somebody whose click was read before `meanwhile` was committed by somebody else. */
async function overtaken<T>(id: string, meanwhile: Partial<typeof sessions.$inferInsert>, work: () => Promise<T>) {
  let late: Promise<T> | undefined;
  await db.transaction(async (tx) => {
    await tx.update(sessions).set(meanwhile).where(eq(sessions.id, id));
    late = work();
    late.catch(() => {});
    await vi.waitFor(async () => {
      const [{ waiting } = { waiting: 0 }] = await tx.execute<{ waiting: number }>(
        sql`select count(*)::int as waiting from pg_locks l join pg_stat_activity a using (pid)
          where not l.granted and a.datname = current_database()`,
      );
      expect(waiting).toBeGreaterThan(0);
    });
  });
  return late;
}

describe("a draft that is called off", () => {
  it("is gone for everybody: nobody but its facilitators ever knew of it", async () => {
    const { id, title, startsAt } = await session({ status: "draft", title: "A secret plan" });
    const promised = await makeCommitment(w.turin, w.facilitator.id, { sessionId: id });
    const dropped = await cancelSession(await actorOf(w.facilitator.id), { id, reason: "Not now" });
    expect(dropped).toEqual({ id, dropped: true });
    expect(await rowOf(id)).toBeUndefined();
    expect(await logged(id)).toEqual(["session.drop"]);
    const colleague = await actorOf(w.colleague.id);
    const month = startsAt.toISOString().slice(0, 7);
    const seen = await Promise.all([
      getSession(colleague, id),
      comingSessions(colleague),
      pastSessions(colleague, {}),
      sessionsIn(colleague, month),
      feedOf(colleague),
    ]);
    expect(JSON.stringify(seen)).not.toContain(title);
    const told = await db.select().from(notifications).where(eq(notifications.personId, w.colleague.id));
    expect(told).toEqual([]);
    const [kept] = await db.select().from(commitments).where(eq(commitments.id, promised.id));
    expect(kept?.sessionId).toBeNull();
  });

  it("is cancelled like any other when somebody announced it meanwhile, and everybody hears of that", async () => {
    const { id } = await session({ status: "draft" });
    const actor = await actorOf(w.facilitator.id);
    await overtaken(id, { status: "scheduled" }, () => cancelSession(actor, { id, reason: "Too late" }));
    expect(await rowOf(id)).toMatchObject({ status: "cancelled", cancelledReason: "Too late" });
    expect(await mailed(id)).toEqual(["calendar-cancel"]);
  });
});

describe("a draft that is moved", () => {
  it("tells everybody when somebody announced it meanwhile", async () => {
    const { id } = await session({ status: "draft" });
    const actor = await actorOf(w.facilitator.id);
    const date = new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10);
    const input = RescheduleInput.parse({ id, date, time: "15:00", zone: "Europe/Rome" });
    await overtaken(id, { status: "scheduled" }, () => rescheduleSession(actor, input));
    expect(await mailed(id)).toEqual(["calendar-request"]);
  });
});

describe("a draft whose day has passed", () => {
  it("stays a draft: its facilitator changes or drops it, and nobody else can tell that it is there", async () => {
    const { id } = await session({ status: "draft" }, -3);
    const actor = await actorOf(w.facilitator.id);
    expect((await getSession(actor, id))?.abilities).toMatchObject({ edit: true, cancel: true, run: false });
    expect(await sessionToEdit(actor, id)).not.toBeNull();
    const colleague = await actorOf(w.colleague.id);
    for (const topic of [sessionTopic, notesTopic]) expect((await topic.audience(id))(colleague)).toBe(false);
    expect((await cancelSession(actor, { id, reason: "Never mind" })).dropped).toBe(true);
  });
});

describe("a vote that nobody decided before its hours had passed", () => {
  it("can be called off", async () => {
    const { id } = await session({ status: "polling" }, -3);
    await makePoll({ id }, w.facilitator.id, [-3, -2], { closesAt: new Date(Date.now() - 4 * DAY) });
    await cancelSession(await actorOf(w.facilitator.id), { id, reason: "Nobody voted" });
    expect(await rowOf(id)).toMatchObject({ status: "cancelled" });
  });
});

describe("a vote that is decided", () => {
  it("invites also the city that was added while the decision was on its way", async () => {
    const { id } = await session({ status: "polling" });
    const poll = await makePoll({ id }, w.facilitator.id);
    const dublin = await makeCity(w.cohort.id);
    const inDublin = await makeMember(w.cohort.id, "member", dublin.id);
    const option = poll.options[0]?.id ?? "";
    const actor = await actorOf(w.facilitator.id);
    await overtaken(id, { title: "For two cities" }, async () => {
      const decided = finalisePoll(actor, { id, option });
      await db.execute(sql`insert into session_cities (session_id, cohort_id, workspace_id)
        select ${id}, ${w.cohort.id}, ${dublin.id}`);
      return decided;
    });
    const asked = await db.select().from(mails).where(eq(mails.sessionId, id));
    expect(asked.map(({ personId }) => personId).sort()).toEqual([w.colleague.id, inDublin.id].sort());
  });
});

describe("a facilitator who is a guest in another cohort", () => {
  it("gets nothing of its sessions into a form of their own", async () => {
    const elsewhere = await makeCohort();
    const [bilbao, guests] = [await makeCity(elsewhere.id), await makeCity(elsewhere.id)];
    const owner = await makeMember(elsewhere.id, "facilitator");
    const there = await makeSession(elsewhere.id, owner.id, [bilbao], { joinUrl: "https://meet.example.org/secret" });
    await makeMembership(w.facilitator.id, elsewhere.id, "member", guests.id);
    expect(await secondSitting(await actorOf(w.facilitator.id), there.id)).toBeNull();
    expect((await secondSitting(await actorOf(owner.id), there.id))?.values.joinUrl).toContain("secret");
  });
});
