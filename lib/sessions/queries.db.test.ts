import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePerson, makeSession, makeWriteUp } from "@/db/factories";
import { agendaItems, answers, memberships, sessionReadings } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { calendarFile } from "@/lib/calendars/file";
import { newId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { scheduleCohort, schedulePlace } from "./places";
import { getSession, nextSession } from "./queries";

const real = clock.now;
const at = (instant: string) => {
  clock.now = () => new Date(instant);
};
afterEach(() => {
  clock.now = real;
});

/** Turin and San Francisco in one cohort, a session at 16:00 in Turin on 1 December 2026. */
async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin", localName: "Torino", longitude: 7.7 });
  const sf = await makeCity(cohort.id, { name: "San Francisco", zone: "America/Los_Angeles", longitude: -122 });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const member = await makeMember(cohort.id, "member", turin.id);
  const session = await makeSession(cohort.id, facilitator.id, [turin, sf], {
    hostId: turin.id,
    joinUrl: "https://meet.example.org/secret",
  });
  return { cohort, turin, sf, facilitator, member, session };
}

it("a draft is there only for those who facilitate, a session only for its cohort, and no made-up id is one", async () => {
  const { cohort, facilitator, turin, member, session } = await world();
  const draft = await makeSession(cohort.id, facilitator.id, [turin], { status: "draft" });
  at("2026-11-23T10:00:00Z");
  expect(await getSession(await actorOf(facilitator.id), draft.id)).not.toBeNull();
  expect(await getSession(await actorOf(member.id), draft.id)).toBeNull();
  expect(await getSession(await actorOf((await makePerson()).id), session.id)).toBeNull();
  for (const id of [newId(), "nonsense", "", "A".repeat(16)])
    expect(await getSession(await actorOf(member.id), id)).toBeNull();
});

describe("a session's page", () => {
  it("tells a member of Turin the clock of each city and of each step, from west to east", async () => {
    const { member, session, turin, sf } = await world();
    at("2026-11-23T10:00:00Z");
    await db.insert(agendaItems).values([
      { sessionId: session.id, position: 0, title: "Welcome", minutes: 30, lead: "facilitator" },
      { sessionId: session.id, position: 1, title: "Work", minutes: 60, lead: "all", output: "idea" },
    ]);
    const view = await getSession(await actorOf(member.id), session.id);
    expect(view?.cities).toMatchObject([
      { id: sf.id, clock: "07:00", endClock: "08:30", dayShift: 0 },
      { id: turin.id, clock: "16:00", endClock: "17:30", dayShift: 0 },
    ]);
    expect(view?.agenda.map(({ clock, endClock }) => `${clock}-${endClock}`)).toEqual(["16:00-16:30", "16:30-17:30"]);
    expect(view?.abilities).toMatchObject({ edit: false, cancel: false, answer: true, join: true, comment: true });
    expect(view?.moment).toBe("before");
    expect(view?.readerCity?.id).toBe(turin.id);
    expect(JSON.stringify(view)).not.toContain("formKey");
  });

  it("names who comes by city, those of the cohort apart, and forgets who has left", async () => {
    const { cohort, facilitator, member, turin, session } = await world();
    at("2026-11-23T10:00:00Z");
    const left = await makeMember(cohort.id, "member", turin.id);
    await db.insert(answers).values([
      { sessionId: session.id, personId: member.id, answer: "going" },
      { sessionId: session.id, personId: facilitator.id, answer: "going" },
      { sessionId: session.id, personId: left.id, answer: "going" },
    ]);
    await db
      .update(memberships)
      .set({ untilAt: new Date(Date.now() - 1000) })
      .where(eq(memberships.personId, left.id));
    const view = await getSession(await actorOf(member.id), session.id);
    expect(view?.cities.find((city) => city.id === turin.id)?.going.map(({ id }) => id)).toEqual([member.id]);
    expect(view?.others.map(({ id }) => id)).toEqual([facilitator.id]);
    expect(view).toMatchObject({ myAnswer: "going", seatsTaken: 2 });
  });

  it("keeps the way in from those who are not invited, also in the calendar file", async () => {
    const { cohort, member, session } = await world();
    at("2026-11-23T10:00:00Z");
    const dublin = await makeCity(cohort.id);
    const peer = await makeMember(cohort.id, "official", dublin.id);
    const observer = await makeMember(cohort.id, "observer");
    for (const person of [peer, observer]) {
      const view = await getSession(await actorOf(person.id), session.id);
      expect(view?.abilities).toMatchObject({ join: false, answer: false });
      expect(view && JSON.stringify(view) + calendarFile(view)).not.toContain("secret");
    }
    const invited = await getSession(await actorOf(member.id), session.id);
    expect(invited?.joinUrl).toBe("https://meet.example.org/secret");
    expect(invited && calendarFile(invited)).toContain("LOCATION:https://meet.example.org/secret");
  });

  it("lets nobody join, answer or change what is over", async () => {
    const { facilitator, session } = await world();
    at("2026-12-01T16:30:00Z");
    const view = await getSession(await actorOf(facilitator.id), session.id);
    expect(view).toMatchObject({ moment: "after", joinUrl: null });
    expect(view?.abilities).toMatchObject({ edit: false, cancel: false, answer: false, join: false, comment: true });
  });

  it("shows only what its reader may read of the write-ups, and in their language", async () => {
    const { cohort, member, turin, sf, session } = await world();
    const author = await makeMember(cohort.id, "official", sf.id);
    const shared = await makeWriteUp(sf, author.id, { document: { title: "Give2SF" } });
    const kept = await makeWriteUp(sf, author.id, { audience: "city", document: { title: "Kept in the city" } });
    await db.insert(sessionReadings).values([
      { sessionId: session.id, writeUpId: shared.id, position: 0 },
      { sessionId: session.id, writeUpId: kept.id, position: 1 },
    ]);
    const titles = async (personId: string) =>
      (await getSession(await actorOf(personId), session.id))?.readings.map((reading) => reading.title);
    expect(await titles(member.id)).toEqual(["Give2SF"]);
    expect(await titles(author.id)).toEqual(["Give2SF", "Kept in the city"]);
    expect(turin.id).not.toBe(sf.id);
  });
});

describe("the next session", () => {
  it("is the soonest that invites one's city and that one has not declined", async () => {
    const { cohort, facilitator, member, sf, turin, session } = await world();
    at("2026-11-23T10:00:00Z");
    await makeSession(cohort.id, facilitator.id, [sf], { startsAt: new Date("2026-11-25T15:00:00Z") });
    const cancelled = new Date("2026-11-26T15:00:00Z");
    await makeSession(cohort.id, facilitator.id, [turin], { startsAt: cancelled, status: "cancelled" });
    const actor = await actorOf(member.id);
    expect(await nextSession(actor)).toMatchObject({
      id: session.id,
      cities: [{ clock: "07:00" }, { clock: "16:00" }],
    });
    await db.insert(answers).values({ sessionId: session.id, personId: member.id, answer: "not" });
    expect(await nextSession(actor)).toBeNull();
  });

  it("of a facilitator is any of the cohort; a stranger has none", async () => {
    const { facilitator, session } = await world();
    at("2026-11-23T10:00:00Z");
    expect((await nextSession(await actorOf(facilitator.id)))?.id).toBe(session.id);
    expect(await nextSession(await actorOf((await makePerson()).id))).toBeNull();
  });
});

it("only those who facilitate are offered a form for a new session", async () => {
  const { cohort, facilitator, member, turin } = await world();
  expect(scheduleCohort(await actorOf(member.id))).toBeNull();
  expect(await schedulePlace(await actorOf(member.id), "en")).toBeNull();
  const place = await schedulePlace(await actorOf(facilitator.id), "en");
  expect(place?.cohortId).toBe(cohort.id);
  expect(place?.cities.find((city) => city.id === turin.id)?.people).toBe(1);
});
