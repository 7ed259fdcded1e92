import { eq } from "drizzle-orm";
import { beforeEach, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { answers, auditLog, sessions } from "@/db/schema";
import { clock } from "@/lib/time/now";
import { closeOver, releaseSeats } from "./nightly";
import { moveOn } from "./transition";

const NOW = new Date("2026-11-23T20:00:00Z");
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

async function world() {
  const cohort = await makeCohort();
  const [turin, dublin] = [await makeCity(cohort.id), await makeCity(cohort.id)] as const;
  return { cohort, turin, dublin, facilitator: await makeMember(cohort.id, "facilitator") };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(clock, "now").mockReturnValue(NOW);
  w = await world();
});

const session = (values: Partial<typeof sessions.$inferInsert>) =>
  makeSession(w.cohort.id, w.facilitator.id, [w.turin, w.dublin], values);
const rowOf = async (id: string) => (await db.select().from(sessions).where(eq(sessions.id, id)))[0];

it("a session that nobody ended is held the next night, with the end it had", async () => {
  const forgotten = await session({ startsAt: hours(-20) });
  const live = await session({ startsAt: hours(-20), status: "live" });
  const recent = await session({ startsAt: hours(-10) });
  const draft = await session({ startsAt: hours(-40), status: "draft" });
  await closeOver();
  await closeOver();
  expect(await rowOf(forgotten.id)).toMatchObject({ status: "held", heldAt: forgotten.endsAt });
  expect((await rowOf(live.id))?.status).toBe("held");
  expect((await rowOf(recent.id))?.status).toBe("scheduled");
  expect((await rowOf(draft.id))?.status).toBe("draft");
  expect(await db.select().from(auditLog).where(eq(auditLog.subjectId, forgotten.id))).toMatchObject([
    { action: "session.hold", actorId: null },
  ]);
});

it("who waits beside seats that were held for a city gets one when the day has passed", async () => {
  const people = await Promise.all([1, 2, 3].map(() => makeMember(w.cohort.id, "member", w.turin.id)));
  const waits = (values: Partial<typeof sessions.$inferInsert>) =>
    session({ startsAt: hours(100), capacity: 2, ...values });
  const [over, still] = [await waits({ seatsHeldUntil: hours(-1) }), await waits({ seatsHeldUntil: hours(1) })];
  for (const { id: sessionId } of [over, still])
    await db.insert(answers).values(
      people.map(({ id: personId }, index) => ({
        ...{ sessionId, personId, answer: index === 0 ? ("going" as const) : ("waiting" as const) },
        answeredAt: hours(-10 + index),
      })),
    );
  await releaseSeats();
  const going = async (id: string) =>
    (await db.select().from(answers).where(eq(answers.sessionId, id)))
      .filter(({ answer }) => answer === "going")
      .map(({ personId }) => personId);
  expect((await going(over.id)).sort()).toEqual([people[0]?.id, people[1]?.id].sort());
  expect(await going(still.id)).toEqual([people[0]?.id]);
});

it("of two people who end a session at the same moment one does", async () => {
  const { id } = await session({ startsAt: hours(-1), status: "live" });
  const results = await Promise.all([moveOn(db, id, "held"), moveOn(db, id, "held"), moveOn(db, id, "cancelled")]);
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(await moveOn(db, id, "live")).toBe(false);
});
