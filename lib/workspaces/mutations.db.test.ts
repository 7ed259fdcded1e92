import { and, desc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { auditLog, holidays, sessionCities, workspaces } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/current";
import { USUAL_WEEK, type WorkDay } from "@/lib/fair-hours/limits";
import { clock } from "@/lib/time/now";
import { cityHours } from "./hours";
import { addHoliday, removeHoliday, setHours, workOnHoliday } from "./mutations";
import { getCity } from "./queries";
import { AddHolidayInput, HoursInput } from "./schema";

const now = new Date("2026-11-24T12:00:00Z");
const tenToSix: WorkDay[] = USUAL_WEEK.map((day) => day && ([600, 1080] as const));

beforeEach(() => void vi.spyOn(clock, "now").mockReturnValue(now));
afterEach(() => vi.restoreAllMocks());

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const actor = async (...role: Parameters<typeof makeMember>) => actorOf((await makeMember(...role)).id);
  return {
    cohort,
    city,
    slug: city.slug,
    official: await actor(cohort.id, "official", city.id),
    admin: await actor(cohort.id, "admin"),
    member: await actor(cohort.id, "member", city.id),
    peer: await actor(cohort.id, "lead", (await makeCity(cohort.id)).id),
    stranger: await actor((await makeCohort()).id, "admin"),
  };
}

async function hoursSeen(actor: Actor | null, slug: string) {
  const city = await getCity(actor, slug);
  return city && cityHours(actor, city);
}
async function daysSeen(actor: Actor, slug: string) {
  const hours = await hoursSeen(actor, slug);
  return hours?.days.map(({ date, kind }) => [date, kind]) ?? [];
}
async function lastAudit(workspaceId: string) {
  const [row] = await db
    .select({ action: auditLog.action, detail: auditLog.detail, actorId: auditLog.actorId })
    .from(auditLog)
    .where(eq(auditLog.workspaceId, workspaceId))
    .orderBy(desc(auditLog.id))
    .limit(1);
  return row;
}
const ownDays = (workspaceId: string) => db.select().from(holidays).where(eq(holidays.workspaceId, workspaceId));

describe("the working hours of a city", () => {
  it("are set by an official of it, and it is written down once", async () => {
    const { official, city, slug } = await world();
    await setHours(official, { slug, week: tenToSix });
    await setHours(official, { slug, week: tenToSix });
    expect((await hoursSeen(official, slug))?.week).toEqual(tenToSix);
    const rows = await db.select().from(auditLog).where(eq(auditLog.workspaceId, city.id));
    expect(rows.map(({ action }) => action)).toEqual(["city.set-hours"]);
  });

  it("are set by an admin too, not by members, other cities or other cohorts", async () => {
    const { admin, member, peer, stranger, slug } = await world();
    await setHours(admin, { slug, week: tenToSix });
    const week = USUAL_WEEK.map((day) => day);
    await expect(setHours(member, { slug, week })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setHours(peer, { slug, week })).rejects.toMatchObject({ code: "forbidden" });
    await expect(setHours(stranger, { slug, week })).rejects.toMatchObject({ code: "not_found" });
    await expect(setHours(admin, { slug: "atlantis", week })).rejects.toMatchObject({ code: "not_found" });
    expect((await hoursSeen(admin, slug))?.week).toEqual(tenToSix);
  });

  it("change what sessions ahead cost it", async () => {
    const { cohort, city, official, slug } = await world();
    const session = await makeSession(cohort.id, official.personId, [city], {
      startsAt: new Date("2026-12-01T15:30Z"),
    });
    await setHours(official, { slug, week: tenToSix.map((day) => day && ([600, 960] as const)) });
    const [row] = await db
      .select({ burden: sessionCities.burden })
      .from(sessionCities)
      .where(and(eq(sessionCities.sessionId, session.id), eq(sessionCities.workspaceId, city.id)));
    // 16:30 to 18:00 when work ends at four: two quarter-hours of weight 1, four of weight 2.
    expect(row?.burden).toBe(2 * 1 + 4 * 2);
    expect((await db.select().from(workspaces).where(eq(workspaces.id, city.id)))[0]?.workWeek).toHaveLength(7);
  });

  it("are asked for again when they are half given, not of an hour, the wrong way round, or of no day", () => {
    const typed = (...days: [string, string][]) => {
      const week = Array.from({ length: 7 }, (_, day) => ({ from: days[day]?.[0] ?? "", to: days[day]?.[1] ?? "" }));
      return HoursInput.safeParse({ slug: "turin", week });
    };
    const problem = (result: ReturnType<typeof typed>) =>
      result.error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(typed(["8.30", "17"]).data?.week[0]).toEqual([510, 1020]);
    expect(typed(["9", "17"]).data?.week[6]).toBeNull();
    expect(problem(typed(["9", ""]))).toEqual([["week.0.to", "holidays.error.half"]]);
    expect(problem(typed(["9", "17"], ["nine", "17"]))).toEqual([["week.1.from", "holidays.error.hour"]]);
    expect(problem(typed(["9:10", "17"]))).toEqual([["week.0.from", "holidays.error.hour"]]);
    expect(problem(typed(["5", "17"]))).toEqual([["week.0.from", "holidays.error.hour"]]);
    expect(problem(typed(["17", "9"]))).toEqual([["week.0.to", "holidays.error.order"]]);
    expect(problem(typed())).toEqual([["week.0.from", "holidays.error.noDay"]]);
  });
});

describe("the holidays of a city", () => {
  it("are read by everybody who sees its people, with where each comes from", async () => {
    const { member, peer, stranger, slug } = await world();
    expect((await daysSeen(member, slug)).slice(0, 3)).toEqual([
      ["2026-12-08", "table"],
      ["2026-12-25", "table"],
      ["2026-12-26", "table"],
    ]);
    expect(await hoursSeen(peer, slug)).toMatchObject({ maySet: false, table: { from: 2026, until: 2028 } });
    expect(await hoursSeen(stranger, slug)).toBeNull();
    expect(await hoursSeen(null, slug)).toBeNull();
  });

  it("a day of its own is added once, however often it is sent, and can be removed", async () => {
    const { official, city, slug } = await world();
    const given = { slug, date: "2027-06-24", name: "San Giovanni" };
    await addHoliday(official, given);
    await addHoliday(official, given);
    expect(await daysSeen(official, slug)).toContainEqual(["2027-06-24", "own"]);
    expect(await lastAudit(city.id)).toEqual({
      action: "holiday.add",
      detail: { date: "2027-06-24", works: false },
      actorId: official.personId,
    });
    await removeHoliday(official, { slug, date: "2027-06-24" });
    await removeHoliday(official, { slug, date: "2027-06-24" });
    expect(await ownDays(city.id)).toEqual([]);
    const rows = await db.select().from(auditLog).where(eq(auditLog.workspaceId, city.id));
    expect(rows.map(({ action }) => action)).toEqual(["holiday.add", "holiday.remove"]);
  });

  it("a day of the table on which it works is shown as such, until it is a holiday after all", async () => {
    const { official, city, slug } = await world();
    await workOnHoliday(official, { slug, date: "2026-12-08" });
    await workOnHoliday(official, { slug, date: "2026-12-08" });
    expect(await daysSeen(official, slug)).toContainEqual(["2026-12-08", "works"]);
    expect(await lastAudit(city.id)).toMatchObject({ action: "holiday.add", detail: { works: true } });
    await addHoliday(official, { slug, date: "2026-12-08", name: "Immacolata" });
    expect(await daysSeen(official, slug)).toContainEqual(["2026-12-08", "own"]);
    await removeHoliday(official, { slug, date: "2026-12-08" });
    expect(await daysSeen(official, slug)).toContainEqual(["2026-12-08", "table"]);
  });

  it.each([
    ["a day that has passed", "2026-11-23", "holidays.error.past"],
    ["a day far ahead", "2031-06-24", "holidays.error.far"],
    ["a holiday already", "2026-12-25", "holidays.error.already"],
  ])("a day that is %s is not added", async (_, date, key) => {
    const { official, city, slug } = await world();
    const adding = addHoliday(official, { slug, date, name: "A day" });
    await expect(adding).rejects.toMatchObject({ fields: { date: { key } } });
    expect(await ownDays(city.id)).toEqual([]);
  });

  it("a day is read as people write it, and everything that is wrong is said at once", () => {
    const typed = (date: string, name = "San Giovanni") => AddHolidayInput.safeParse({ slug: "turin", date, name });
    const problems = (result: ReturnType<typeof typed>) => result.error?.issues.map(({ message }) => message);
    expect(typed("24 giugno 2027").data?.date).toBe("2027-06-24");
    expect(problems(typed("soon", ""))).toEqual(["holidays.error.date", "holidays.error.nameMissing"]);
    expect(problems(typed("June 2027"))).toEqual(["holidays.error.date"]);
    expect(problems(typed(""))).toEqual(["holidays.error.dateMissing"]);
  });

  it("a day that somebody added stays under the name they gave it", async () => {
    const { official, admin, city, slug } = await world();
    await addHoliday(official, { slug, date: "2027-06-24", name: "San Giovanni" });
    const again = addHoliday(admin, { slug, date: "2027-06-24", name: "Midsummer" });
    await expect(again).rejects.toMatchObject({ fields: { date: { key: "holidays.error.already" } } });
    expect((await ownDays(city.id)).map(({ name }) => name)).toEqual(["San Giovanni"]);
  });

  it("nobody works on a holiday that the table does not have", async () => {
    const { official, slug } = await world();
    await expect(workOnHoliday(official, { slug, date: "2026-12-09" })).rejects.toMatchObject({
      fields: { form: { key: "holidays.error.notInTable" } },
    });
  });

  it("are not changed by members, other cities or other cohorts", async () => {
    const { member, peer, stranger, city, slug } = await world();
    for (const [actor, code] of [
      [member, "forbidden"],
      [peer, "forbidden"],
      [stranger, "not_found"],
    ] as const) {
      const date = "2026-12-08";
      await expect(addHoliday(actor, { slug, date: "2027-06-24", name: "A day" })).rejects.toMatchObject({ code });
      await expect(workOnHoliday(actor, { slug, date })).rejects.toMatchObject({ code });
      await expect(removeHoliday(actor, { slug, date })).rejects.toMatchObject({ code });
    }
    expect(await ownDays(city.id)).toEqual([]);
  });
});
