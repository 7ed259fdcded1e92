import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { auditLog, notifications, sessions } from "@/db/schema";
import { clock } from "@/lib/time/now";
import { instantToWall, wallToInstant } from "@/lib/time/wall";
import { type Rules, recheckClocks } from "./recheck";

const NOW = new Date("2026-11-23T08:00:00Z");
const HOUR = 3_600_000;

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  const member = await makeMember(cohort.id, "member", turin.id);
  return { cohort, turin, facilitator, member };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(clock, "now").mockReturnValue(NOW);
  await db.delete(notifications);
  w = await world();
});

const session = (values: Partial<typeof sessions.$inferInsert> = {}) =>
  makeSession(w.cohort.id, w.facilitator.id, [w.turin], { zoneRules: "2026a", ...values });
const rowOf = async (id: string) => (await db.select().from(sessions).where(eq(sessions.id, id)))[0];
const toldOf = async (id: string) => (await db.select().from(notifications)).filter((row) => row.sessionId === id);

/** As if Italy stayed on summer time: every clock there is an hour ahead of what it was. */
const summerTime: Rules = {
  version: "2027b",
  instantOf: (wall, zone) => {
    const placed = wallToInstant(wall, zone);
    return placed.ok ? { ok: true, instant: new Date(placed.instant.getTime() - HOUR) } : placed;
  },
  wallOf: (instant, zone) => instantToWall(new Date(instant.getTime() + HOUR), zone),
};
const asEver: Rules = { version: "2027b", instantOf: wallToInstant, wallOf: instantToWall };

describe("when a country changes its clocks", () => {
  it("the time on the wall stays, the instant moves, and everybody invited hears of it once", async () => {
    const { id } = await session();
    await recheckClocks(summerTime);
    await recheckClocks(summerTime);
    expect(await rowOf(id)).toMatchObject({
      wallStart: "2026-12-01T16:00",
      startsAt: new Date("2026-12-01T14:00:00Z"),
      endsAt: new Date("2026-12-01T15:30:00Z"),
      sequence: 1,
      zoneRules: "2027b",
    });
    expect(await toldOf(id)).toMatchObject([{ kind: "session-moved", personId: w.member.id, actorId: null }]);
    expect(await db.select().from(auditLog).where(eq(auditLog.subjectId, id))).toMatchObject([
      { action: "session.recheck", actorId: null, detail: { zone: "Europe/Rome" } },
    ]);
  });

  it("a session that it does not touch only notes the new rules", async () => {
    const { id } = await session();
    await recheckClocks(asEver);
    expect(await rowOf(id)).toMatchObject({
      sequence: 0,
      zoneRules: "2027b",
      startsAt: new Date("2026-12-01T15:00:00Z"),
    });
    expect(await toldOf(id)).toEqual([]);
  });

  it("what is held, over or cancelled stays as it was, and of a draft nobody hears", async () => {
    const past = await session({ startsAt: new Date("2026-11-20T15:00:00Z") });
    const cancelled = await session({ status: "cancelled" });
    const draft = await session({ status: "draft" });
    await recheckClocks(summerTime);
    for (const { id } of [past, cancelled]) expect(await rowOf(id)).toMatchObject({ zoneRules: "2026a", sequence: 0 });
    expect(await rowOf(draft.id)).toMatchObject({ startsAt: new Date("2026-12-01T14:00:00Z") });
    expect(await toldOf(draft.id)).toEqual([]);
  });

  it("an hour that no longer exists keeps its instant, and whoever facilitates hears of it", async () => {
    const { id } = await session();
    const gap: Rules = {
      ...summerTime,
      instantOf: () => ({ ok: false, reason: "gap", suggestions: ["2026-12-01T15:59", "2026-12-01T17:00"] }),
    };
    await recheckClocks(gap);
    expect(await rowOf(id)).toMatchObject({
      startsAt: new Date("2026-12-01T15:00:00Z"),
      wallStart: "2026-12-01T17:00",
      sequence: 0,
      zoneRules: "2027b",
    });
    expect((await toldOf(id)).map(({ personId }) => personId)).toEqual([w.facilitator.id]);
  });
});
