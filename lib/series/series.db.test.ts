import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { agendaItems, auditLog, holidays, mails, notifications, series, sessionCities, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { editSession } from "@/lib/sessions/edit";
import { cancelSession, rescheduleSession } from "@/lib/sessions/mutations";
import { EditInput } from "@/lib/sessions/schema";
import { clock } from "@/lib/time/now";
import { wallToInstant } from "@/lib/time/wall";
import { beginSeries, type NewSeries } from "./begin";
import { SERIES_LISTED, type Several } from "./limits";
import { materialiseAll } from "./materialise";
import { endSeries } from "./mutations";
import { getSeries, seriesLine } from "./queries";
import { EndInput } from "./schema";

const NOW = new Date("2026-09-07T08:00:00Z");

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { longitude: 7.7 });
  const dublin = await makeCity(cohort.id, { zone: "Europe/Dublin", country: "IE", longitude: -6 });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const member = await makeMember(cohort.id, "member", turin.id);
  return { cohort, turin, dublin, facilitator, member };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  vi.restoreAllMocks();
  vi.spyOn(clock, "now").mockReturnValue(NOW);
  w = await world();
});

const template = (required = [w.turin.id, w.dublin.id]): NewSeries["template"] => ({
  title: "Who was not reached?",
  purpose: "",
  format: "peer-assist",
  language: "en",
  hostId: w.turin.id,
  required,
  optional: [],
  mode: "online",
  location: null,
  joinUrl: null,
  confidentiality: "cohort",
  capacity: null,
});

async function begin(values: Partial<NewSeries> = {}) {
  const actor = await actorOf(w.facilitator.id);
  const begun = await db.transaction((tx) =>
    beginSeries(tx, actor, {
      cohortId: w.cohort.id,
      rhythm: "fortnightly",
      wallStart: "2026-09-10T16:00",
      zone: "Europe/Rome",
      minutes: 90,
      untilOn: null,
      rotates: false,
      spread: "balanced",
      skipsHolidays: true,
      template: template(),
      readings: [],
      formKey: newId(),
      ...values,
    }),
  );
  if (!begun) throw new Error("no series");
  return begun;
}

const sessionsOf = (seriesId: string) =>
  db.select().from(sessions).where(eq(sessions.seriesId, seriesId)).orderBy(asc(sessions.seriesStart));
const rowOf = async (id: string) => {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  if (!row) throw new Error("no session");
  return row;
};
const seriesOf = async (id: string) => (await db.select().from(series).where(eq(series.id, id)))[0];
const actor = () => actorOf(w.facilitator.id);

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

const STARTS = ["2026-09-10", "2026-09-24", "2026-10-08", "2026-10-22", "2026-11-05", "2026-11-19"];
const days = (rows: { wallStart: string }[]) => rows.map(({ wallStart }) => wallStart.slice(0, 10));

describe("a facilitator who begins a series", () => {
  it("sees the sessions of the next twelve weeks, each with its own place in the calendar and its agenda", async () => {
    const { seriesId, sessionId } = await begin();
    const made = await sessionsOf(seriesId);
    expect(days(made)).toEqual(STARTS);
    expect(made[0]?.id).toBe(sessionId);
    expect(new Set(made.map(({ uid }) => uid)).size).toBe(6);
    expect(made.map(({ startsAt }) => startsAt.toISOString().slice(11, 13))).toEqual([
      "14",
      "14",
      "14",
      "14",
      "15",
      "15",
    ]);
    const steps = await db
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.sessionId, made[3]?.id ?? ""));
    expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(90);
    const told = await db.select().from(notifications).where(eq(notifications.personId, w.member.id));
    expect(told).toHaveLength(6);
    const sent = await db.select().from(mails).where(eq(mails.personId, w.member.id));
    expect(sent.filter(({ kind }) => kind === "calendar-request")).toHaveLength(6);
    const audit = await db.select().from(auditLog).where(eq(auditLog.subjectId, seriesId));
    expect(audit).toMatchObject([{ action: "series.begin", actorId: w.facilitator.id, cohortId: w.cohort.id }]);
  });

  it("and sends the same form twice, also at once, has one series", async () => {
    const formKey = newId();
    const results = await Promise.allSettled([begin({ formKey }), begin({ formKey })]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.select().from(series).where(eq(series.formKey, formKey))).toHaveLength(1);
  });

  it("finds nothing made twice however often the night comes, also two at once, and what is due is added", async () => {
    const { seriesId } = await begin();
    await Promise.all([materialiseAll(), materialiseAll()]);
    expect(days(await sessionsOf(seriesId))).toEqual(STARTS);
    vi.spyOn(clock, "now").mockReturnValue(new Date("2026-09-21T08:00:00Z"));
    await Promise.all([materialiseAll(), materialiseAll()]);
    expect(days(await sessionsOf(seriesId))).toEqual([...STARTS, "2026-12-03"]);
  });

  it("sees a holiday of a city that must be there left out, or kept when that was asked for", async () => {
    for (const city of [w.turin, w.dublin])
      await db
        .insert(holidays)
        .values({ workspaceId: city.id, onDate: "2026-10-08", name: "Ours", addedBy: w.facilitator.id });
    const skipping = await begin();
    expect(days(await sessionsOf(skipping.seriesId))).toEqual(STARTS.filter((day) => day !== "2026-10-08"));
    const keeping = await begin({ skipsHolidays: false });
    expect(days(await sessionsOf(keeping.seriesId))).toEqual(STARTS);
  });

  it("that rotates sees an hour for each week which the cities pay for in turn", async () => {
    const francisco = await makeCity(w.cohort.id, { zone: "America/Los_Angeles", country: "US", longitude: -122 });
    const { seriesId } = await begin({
      rotates: true,
      spread: "fairest",
      wallStart: "2026-09-10T17:00",
      template: template([w.turin.id, francisco.id]),
    });
    const made = await sessionsOf(seriesId);
    expect(made.map(({ seriesStart }) => seriesStart?.slice(0, 10))).toEqual(STARTS);
    expect(made[0]?.wallStart).toBe("2026-09-10T17:00");
    expect(new Set(made.map(({ wallStart }) => wallStart.slice(11))).size).toBeGreaterThan(1);
    const weeks = made.map(({ wallStart, seriesStart }) =>
      Math.abs(Date.parse(wallStart) - Date.parse(seriesStart ?? "")),
    );
    expect(Math.max(...weeks)).toBeLessThan(7 * 86_400_000);
    await materialiseAll();
    expect(await sessionsOf(seriesId)).toHaveLength(6);
  });
});

const moveInput = (id: string, values: object) => ({
  ...{ id, sequence: 0, minutes: null, slot: "", zone: "Europe/Rome" },
  ...{ date: "9 October 2026", time: "10:00" },
  ...values,
});

describe("a facilitator who moves one session of a series", () => {
  it("alone, leaves the others, and the night does not make it again", async () => {
    const { seriesId } = await begin();
    const third = (await sessionsOf(seriesId))[2];
    await rescheduleSession(await actor(), moveInput(third?.id ?? "", { scope: "one" }));
    await materialiseAll();
    const after = await sessionsOf(seriesId);
    expect(days(after)).toEqual(STARTS.with(2, "2026-10-09"));
    expect(after[2]?.seriesStart).toBe("2026-10-08T16:00");
  });

  it("with those that follow, keeps who moved by hand and who was cancelled, and goes on in the new rhythm", async () => {
    const { seriesId } = await begin();
    const before = await sessionsOf(seriesId);
    const [, , third, fourth, fifth] = before;
    await rescheduleSession(await actor(), moveInput(fourth?.id ?? "", { date: "21 October 2026", time: "9" }));
    await cancelSession(await actor(), { id: fifth?.id ?? "", reason: "A strike" });
    await rescheduleSession(await actor(), moveInput(third?.id ?? "", { scope: "following" }));

    expect(days(await sessionsOf(seriesId))).toEqual(STARTS.slice(0, 2));
    expect((await seriesOf(seriesId))?.untilOn).toBe("2026-10-07");
    const { seriesId: next } = await rowOf(third?.id ?? "");
    const after = await sessionsOf(next ?? "");
    expect(after.map(({ id }) => id)).toEqual(before.slice(2).map(({ id }) => id));
    expect(after.map(({ seriesStart }) => seriesStart)).toEqual([
      "2026-10-09T10:00",
      "2026-10-23T10:00",
      "2026-11-06T10:00",
      "2026-11-20T10:00",
    ]);
    expect(after.map(({ wallStart }) => wallStart)).toEqual([
      "2026-10-09T10:00",
      "2026-10-21T09:00",
      "2026-11-05T16:00",
      "2026-11-20T10:00",
    ]);
    expect(after.map(({ sequence }) => sequence)).toEqual([1, 1, 1, 1]);
    expect(after.map(({ uid }) => uid)).toEqual(before.slice(2).map(({ uid }) => uid));
    vi.spyOn(clock, "now").mockReturnValue(new Date("2026-09-21T08:00:00Z"));
    await materialiseAll();
    expect(days(await sessionsOf(next ?? "")).at(-1)).toBe("2026-12-04");
    expect(await sessionsOf(seriesId)).toHaveLength(2);
  });

  it("with all to come, leaves what has been held", async () => {
    const { seriesId } = await begin();
    vi.spyOn(clock, "now").mockReturnValue(new Date("2026-09-12T08:00:00Z"));
    const third = (await sessionsOf(seriesId))[2];
    await rescheduleSession(await actor(), moveInput(third?.id ?? "", { scope: "all", minutes: 60 }));
    expect(days(await sessionsOf(seriesId))).toEqual(["2026-09-10"]);
    const after = await sessionsOf((await rowOf(third?.id ?? "")).seriesId ?? "");
    expect(days(after)).toEqual(["2026-09-25", "2026-10-09", "2026-10-23", "2026-11-06", "2026-11-20"]);
    expect(new Set(after.map(({ minutes }) => minutes))).toEqual(new Set([60]));
  });

  it("hears that an earlier one would then be past, that somebody was faster, or that each hour is its own", async () => {
    const { seriesId } = await begin();
    const [, second] = await sessionsOf(seriesId);
    const past = moveInput(second?.id ?? "", { scope: "all", date: "18 September 2026" });
    expect((await refusal(rescheduleSession(await actor(), past))).fields.date?.key).toBe("series.error.past");
    const stale = moveInput(second?.id ?? "", { scope: "following", sequence: 3 });
    expect((await refusal(rescheduleSession(await actor(), stale))).code).toBe("conflict");
    const rotating = await sessionsOf((await begin({ rotates: true })).seriesId);
    const several = moveInput(rotating[1]?.id ?? "", { scope: "following" });
    expect((await refusal(rescheduleSession(await actor(), several))).fields.scope?.key).toBe("series.error.rotates");
    expect(days(await sessionsOf(seriesId))).toEqual(STARTS);
  });

  it("and does not facilitate, changes nothing", async () => {
    const { seriesId } = await begin();
    const [first] = await sessionsOf(seriesId);
    const member = await actorOf(w.member.id);
    for (const scope of ["following", "all"] as Several[]) {
      const id = first?.id ?? "";
      expect((await refusal(rescheduleSession(member, moveInput(id, { scope })))).code).toBe("forbidden");
      expect((await refusal(cancelSession(member, { id, scope, reason: "No" }))).code).toBe("forbidden");
    }
    expect(days(await sessionsOf(seriesId))).toEqual(STARTS);
  });
});

describe("a facilitator who cancels", () => {
  it("a session and those that follow, ends the series before it", async () => {
    const { seriesId } = await begin();
    const fourth = (await sessionsOf(seriesId))[3];
    await cancelSession(await actor(), { id: fourth?.id ?? "", scope: "following", reason: "The programme ends" });
    await materialiseAll();
    const after = await sessionsOf(seriesId);
    expect(after.map(({ status }) => status)).toEqual([
      ...["scheduled", "scheduled", "scheduled"],
      ...["cancelled", "cancelled", "cancelled"],
    ]);
    expect((await seriesOf(seriesId))?.untilOn).toBe("2026-10-21");
    const told = await db.select().from(notifications).where(eq(notifications.personId, w.member.id));
    expect(told.filter(({ kind }) => kind === "session-cancelled")).toHaveLength(3);
  });
});

describe("a facilitator who edits", () => {
  const editInput = async (id: string, values: object) => {
    const row = await rowOf(id);
    const { title, purpose, language, mode, confidentiality } = row;
    return EditInput.parse({
      ...{ id, title, purpose, language, mode, confidentiality },
      version: String(row.stampedAt.getTime()),
      host: row.hostId ?? "",
      cities: [w.turin.id, w.dublin.id],
      ...values,
    });
  };

  it("a session and those that follow, changes only what was changed here, and what is made later too", async () => {
    const { seriesId } = await begin();
    const all = await sessionsOf(seriesId);
    await editSession(await actor(), await editInput(all[3]?.id ?? "", { purpose: "Who rang?" }));
    const input = await editInput(all[2]?.id ?? "", {
      scope: "following",
      title: "Another title",
      cities: [w.turin.id],
    });
    await editSession(await actor(), input);
    vi.spyOn(clock, "now").mockReturnValue(new Date("2026-09-21T08:00:00Z"));
    await materialiseAll();
    const after = await sessionsOf(seriesId);
    const [old, changed] = ["Who was not reached?", "Another title"] as const;
    expect(after.map(({ title }) => title)).toEqual([old, old, changed, changed, changed, changed, changed]);
    expect(after.map(({ purpose }) => purpose)).toEqual(["", "", "", "Who rang?", "", "", ""]);
    const cities = await db
      .select()
      .from(sessionCities)
      .where(eq(sessionCities.sessionId, after.at(-1)?.id ?? ""));
    expect(cities.map(({ workspaceId }) => workspaceId)).toEqual([w.turin.id]);
  });
});

describe("a facilitator who ends a series", () => {
  const end = async (values: object, as = w.facilitator) =>
    endSeries(
      await actorOf(as.id),
      EndInput.parse({ lastOn: "2026-10-15", later: "cancel", reason: "Over", ...values }),
    );

  it("calls off what stands in the calendar after the last day, or keeps it, and nothing more is made", async () => {
    const cancelling = await begin();
    await end({ id: cancelling.seriesId });
    await materialiseAll();
    const after = await sessionsOf(cancelling.seriesId);
    expect(after.map(({ status }) => status)).toEqual([
      ...["scheduled", "scheduled", "scheduled"],
      ...["cancelled", "cancelled", "cancelled"],
    ]);
    expect(after[3]).toMatchObject({ cancelledReason: "Over", sequence: 1 });
    const audit = await db.select().from(auditLog).where(eq(auditLog.subjectId, cancelling.seriesId));
    expect(audit).toContainEqual(expect.objectContaining({ action: "series.end", detail: { untilOn: "2026-10-15" } }));

    const keeping = await begin();
    await end({ id: keeping.seriesId, later: "keep", reason: "" });
    vi.spyOn(clock, "now").mockReturnValue(new Date("2026-09-21T08:00:00Z"));
    await materialiseAll();
    expect(days(await sessionsOf(keeping.seriesId))).toEqual(STARTS);
    expect(new Set((await sessionsOf(keeping.seriesId)).map(({ status }) => status))).toEqual(new Set(["scheduled"]));
  });

  it("names a later day than before and sees more sessions", async () => {
    const { seriesId } = await begin({ untilOn: "2026-09-30" });
    expect(days(await sessionsOf(seriesId))).toEqual(STARTS.slice(0, 2));
    await end({ id: seriesId, lastOn: "2026-10-31", reason: "" });
    expect(days(await sessionsOf(seriesId))).toEqual(STARTS.slice(0, 4));
  });

  it("gives a day that has not passed, and a reason for what is called off", async () => {
    const { seriesId: id } = await begin();
    expect((await refusal(end({ id, lastOn: "2026-09-01" }))).fields.lastOn?.key).toBe("series.error.lastOnPast");
    expect((await refusal(end({ id, reason: " " }))).fields.reason?.key).toBe("sessions.error.reasonMissing");
    for (const values of [{ lastOn: "" }, { later: "nothing" }])
      expect(EndInput.safeParse({ id, lastOn: "2026-10-15", later: "cancel", reason: "A", ...values }).success).toBe(
        false,
      );
  });

  it("and is a member of a city, or of another cohort, changes nothing", async () => {
    const { seriesId: id } = await begin();
    expect((await refusal(end({ id }, w.member))).code).toBe("forbidden");
    const stranger = await makeMember((await makeCohort()).id, "facilitator");
    expect((await refusal(end({ id }, stranger))).code).toBe("not_found");
    expect(await getSeries(await actorOf(stranger.id), id)).toBeNull();
    expect((await seriesOf(id))?.untilOn).toBeNull();
  });
});

describe("somebody who reads a series", () => {
  it("sees what comes, what was, and what is not as usual", async () => {
    await db
      .insert(holidays)
      .values({ workspaceId: w.turin.id, onDate: "2026-11-19", name: "Ours", addedBy: w.facilitator.id });
    const { seriesId } = await begin({ skipsHolidays: false });
    const all = await sessionsOf(seriesId);
    await rescheduleSession(await actor(), moveInput(all[2]?.id ?? "", { scope: "one" }));
    await cancelSession(await actor(), { id: all[3]?.id ?? "", reason: "A strike" });
    vi.spyOn(clock, "now").mockReturnValue(new Date("2026-09-12T08:00:00Z"));
    const member = await actorOf(w.member.id);
    const seen = await getSeries(member, seriesId);
    expect(seen?.past.map(({ id }) => id)).toEqual([all[0]?.id]);
    expect(seen?.coming.map(({ marks, holidays: off }) => [...marks, ...off])).toEqual([
      ...[[], ["moved"], ["cancelled"], []],
      [w.turin.id],
    ]);
    expect(seen?.abilities).toEqual({ end: false });
    expect(await seriesLine(member, { seriesId, startsAt: all[1]?.startsAt ?? NOW })).toMatchObject({
      ...{ rhythm: "fortnightly", toCome: 3 },
      next: { id: all[2]?.id },
    });
    expect(await getSeries(member, "made-up")).toBeNull();
  });

  it("sees which days are left out, and whose holiday it is", async () => {
    await db
      .insert(holidays)
      .values({ workspaceId: w.turin.id, onDate: "2026-10-08", name: "Ours", addedBy: w.facilitator.id });
    const member = await actorOf(w.member.id);
    const skipping = await getSeries(member, (await begin()).seriesId);
    expect(skipping?.leftOut).toMatchObject([{ startsAt: new Date("2026-10-08T14:00:00Z"), holidays: [w.turin.id] }]);
    const keeping = await getSeries(member, (await begin({ skipsHolidays: false })).seriesId);
    expect(keeping?.leftOut).toEqual([]);
  });
});

it("a series that has gone on for years still shows what is to come", async () => {
  const { seriesId } = await begin();
  const ahead = (await sessionsOf(seriesId)).length;
  for (let week = 1; week <= SERIES_LISTED; week++) {
    const startsAt = new Date(NOW.getTime() - week * 7 * 86_400_000);
    const seriesStart = startsAt.toISOString().slice(0, 16);
    await makeSession(w.cohort.id, w.facilitator.id, [w.turin], { seriesId, seriesStart, startsAt, status: "held" });
  }
  const seen = await getSeries(await actorOf(w.member.id), seriesId);
  expect(seen?.coming).toHaveLength(ahead);
  expect(seen?.past).toHaveLength(SERIES_LISTED - ahead);
});

it("a session whose hour the clocks skip begins at the nearest certain minute and keeps its place in the series", async () => {
  vi.spyOn(clock, "now").mockReturnValue(new Date("2027-03-01T08:00:00Z"));
  const { seriesId } = await begin({ rhythm: "weekly", wallStart: "2027-03-07T02:40", skipsHolidays: false });
  const skipped = (await sessionsOf(seriesId)).find(({ seriesStart }) => seriesStart === "2027-03-28T02:40");
  expect(skipped?.wallStart).toBe("2027-03-28T03:00");
  const placed = wallToInstant("2027-03-28T03:00", "Europe/Rome");
  expect(placed.ok && skipped?.startsAt.toISOString()).toBe(placed.ok && placed.instant.toISOString());
});
