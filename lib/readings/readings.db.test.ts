import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession, makeWriteUp } from "@/db/factories";
import { auditLog, sessionReadings } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { getSession } from "@/lib/sessions/queries";
import { markReading } from "./mutations";
import { readingMarksOf } from "./queries";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const dublin = await makeCity(cohort.id, { longitude: -6 });
  const as = async (...args: Parameters<typeof makeMember>) => actorOf((await makeMember(...args)).id);
  const facilitator = await as(cohort.id, "facilitator");
  const anna = await as(cohort.id, "member", turin.id);
  const markdown = "word ".repeat(1100);
  const given = await makeWriteUp(turin, anna.personId, {
    document: { sections: [{ key: "problem", markdown, html: "", empty: null, audience: "public" }] },
  });
  const other = await makeWriteUp(turin, anna.personId);
  const session = await makeSession(cohort.id, facilitator.personId, [turin, dublin]);
  await db.insert(sessionReadings).values({ sessionId: session.id, writeUpId: given.id, position: 0 });
  return {
    ...{ id: session.id, given: given.id, other: other.id, turin, dublin, facilitator, anna },
    ben: await as(cohort.id, "official", dublin.id),
    observer: await as(cohort.id, "observer"),
  };
}

async function marks(actor: Actor, id: string) {
  const session = await getSession(actor, id);
  return session && readingMarksOf(actor, session);
}

describe("somebody who read what was given", () => {
  test("says so once; the others see it by city, from west to east", async () => {
    const w = await world();
    const mark = (actor: Actor, read: "yes" | "no" = "yes") => markReading(actor, { id: w.id, writeUp: w.given, read });
    await Promise.all([mark(w.anna), mark(w.anna)]);
    await mark(w.ben);
    await mark(w.facilitator);
    const seen = await marks(w.ben, w.id);
    expect(seen?.byWriteUp[w.given]).toMatchObject({
      mine: true,
      cities: [
        { city: { id: w.dublin.id }, names: [w.ben.name] },
        { city: { id: w.turin.id }, names: [w.anna.name] },
      ],
    });
    await mark(w.anna, "no");
    await mark(w.anna, "no");
    expect((await marks(w.anna, w.id))?.byWriteUp[w.given]).toMatchObject({
      mine: false,
      cities: [{ names: [w.ben.name] }],
    });
    const rows = await db.select().from(auditLog).where(eq(auditLog.subjectId, w.id)).orderBy(asc(auditLog.id));
    expect(rows.map(({ action }) => action)).toEqual([
      "reading.mark",
      "reading.mark",
      "reading.mark",
      "reading.unmark",
    ]);
  });

  test("is told how long it takes", async () => {
    const w = await world();
    expect(await marks(w.ben, w.id)).toMatchObject({ minutes: 5, mayMark: true });
  });

  test("marks nothing that was not given to read", async () => {
    const w = await world();
    const mark = markReading(w.ben, { id: w.id, writeUp: w.other, read: "yes" });
    await expect(mark).rejects.toMatchObject({ code: "not_found" });
  });

  test("does so only when invited; whoever isn't sees nobody's marks", async () => {
    const w = await world();
    await markReading(w.anna, { id: w.id, writeUp: w.given, read: "yes" });
    const mark = markReading(w.observer, { id: w.id, writeUp: w.given, read: "yes" });
    await expect(mark).rejects.toMatchObject({ code: "forbidden" });
    expect(await marks(w.observer, w.id)).toMatchObject({ mayMark: false, byWriteUp: { [w.given]: { cities: [] } } });
  });
});
