import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeAsk, makeCity, makeCohort, makeComment, makeMember } from "@/db/factories";
import { asks, auditLog, holidays, notifications, people } from "@/db/schema";
import { clock } from "@/lib/time/now";
import { tendAsks } from "./tend";

/** The clock of Turin is out on a Wednesday at eleven. */
const DUE = new Date("2026-11-25T10:00:00Z");
const MORNING = new Date("2026-11-25T10:41:00Z");

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const bilbao = await makeCity(cohort.id);
  const lead = await makeMember(cohort.id, "lead", turin.id);
  const official = await makeMember(cohort.id, "official", turin.id);
  const member = await makeMember(cohort.id, "member", turin.id);
  const asker = await makeMember(cohort.id, "member", bilbao.id);
  const ask = await makeAsk(cohort.id, asker.id, turin, { dueAt: DUE, createdAt: new Date("2026-11-23T10:00:00Z") });
  return { cohort, turin, lead, official, member, asker, ask };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  at(MORNING);
  w = await world();
});
afterEach(() => vi.restoreAllMocks());

function at(instant: Date | string) {
  vi.spyOn(clock, "now").mockReturnValue(new Date(instant));
}
async function reminded(): Promise<string[]> {
  const rows = await db
    .select({ personId: notifications.personId })
    .from(notifications)
    .where(and(eq(notifications.askId, w.ask.id), eq(notifications.kind, "ask-due")));
  return rows.map(({ personId }) => personId).sort();
}
const both = () => [w.lead.id, w.official.id].sort();

describe("a city that has not answered in time", () => {
  it("is reminded once, however often and by how many workers it is looked at", async () => {
    await Promise.all([tendAsks(), tendAsks(), tendAsks()]);
    at("2026-11-26T09:00:00Z");
    await tendAsks();
    expect(await reminded()).toEqual(both());
    const log = await db.select().from(auditLog).where(eq(auditLog.subjectId, w.ask.id));
    expect(log).toMatchObject([{ action: "ask.remind-due", actorId: null, workspaceId: w.turin.id }]);
  });

  it("is reminded in its own morning, on a day on which it works", async () => {
    await db
      .insert(holidays)
      .values({ workspaceId: w.turin.id, onDate: "2026-11-26", name: "Off", addedBy: w.lead.id });
    const quiet = [
      "2026-11-25T09:41:00Z", // before it is due
      "2026-11-25T12:41:00Z", // after noon
      "2026-11-25T23:41:00Z", // at night
      "2026-11-26T09:41:00Z", // on its holiday
      "2026-11-27T07:41:00Z", // before it begins
      "2026-11-28T09:41:00Z", // on a Saturday
    ];
    for (const instant of quiet) {
      at(instant);
      await tendAsks();
      expect(await reminded(), instant).toEqual([]);
    }
    at("2026-11-30T08:41:00Z");
    await tendAsks();
    expect(await reminded()).toEqual(both());
  });

  it("by those who are there, or by all when all are away", async () => {
    const away = (id: string) => db.update(people).set({ awayUntil: "2026-11-25" }).where(eq(people.id, id));
    await away(w.official.id);
    await tendAsks();
    expect(await reminded()).toEqual([w.lead.id]);
    await db.delete(notifications);
    await db.update(asks).set({ remindedAt: null }).where(eq(asks.id, w.ask.id));
    await away(w.lead.id);
    await tendAsks();
    expect(await reminded()).toEqual(both());
  });
});

describe("nobody is reminded", () => {
  it("once somebody of the city has said something", async () => {
    await makeComment({ askId: w.ask.id }, w.cohort.id, w.member.id, { workspaceId: w.turin.id });
    await tendAsks();
    expect(await reminded()).toEqual([]);
  });

  it("of what is answered or closed", async () => {
    const comment = await makeComment({ askId: w.ask.id }, w.cohort.id, w.asker.id);
    await db.update(asks).set({ answerId: comment.id, answeredAt: DUE }).where(eq(asks.id, w.ask.id));
    await tendAsks();
    await db
      .update(asks)
      .set({ answerId: null, answeredAt: null, closedAt: DUE, closedBy: w.asker.id })
      .where(eq(asks.id, w.ask.id));
    await tendAsks();
    expect(await reminded()).toEqual([]);
  });
});
