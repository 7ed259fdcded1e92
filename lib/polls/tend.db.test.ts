import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePoll, makeSession } from "@/db/factories";
import { notifications, people, polls, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { clock } from "@/lib/time/now";
import { castVote } from "./mutations";
import { isDue, tendPolls } from "./tend";

describe("whoever has not voted", () => {
  const closesAt = new Date("2026-11-26T23:00:00Z");
  const poll = { createdAt: new Date("2026-11-16T09:00:00Z"), closesAt };
  const due = (now: string, remindedAt: string | null = null, zone = "Europe/Rome") =>
    isDue({ zone, remindedAt: remindedAt === null ? null : new Date(remindedAt) }, poll, new Date(now));

  it("is reminded two days before the deadline, in their daytime", () => {
    expect(due("2026-11-24T20:00:00Z")).toBe(false);
    expect(due("2026-11-25T02:00:00Z")).toBe(false);
    expect(due("2026-11-25T08:00:00Z")).toBe(true);
    expect(due("2026-11-25T08:00:00Z", null, "America/Los_Angeles")).toBe(false);
    expect(due("2026-11-25T17:00:00Z", null, "America/Los_Angeles")).toBe(true);
  });

  it("once, and once more on the last day", () => {
    expect(due("2026-11-25T09:00:00Z", "2026-11-25T08:00:00Z")).toBe(false);
    expect(due("2026-11-26T10:00:00Z", "2026-11-25T08:00:00Z")).toBe(false);
    expect(due("2026-11-26T12:00:00Z", "2026-11-25T08:00:00Z")).toBe(true);
    expect(due("2026-11-26T13:00:00Z", "2026-11-26T12:00:00Z")).toBe(false);
  });

  it("not at all once it is over, and not by a poll that has just been opened", () => {
    expect(due("2026-11-27T09:00:00Z")).toBe(false);
    const fresh = { createdAt: new Date("2026-11-26T09:00:00Z"), closesAt };
    expect(isDue({ zone: "Europe/Rome", remindedAt: null }, fresh, new Date("2026-11-26T10:00:00Z"))).toBe(false);
  });
});

async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id, { zone: "Etc/UTC" });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const voter = await makeMember(cohort.id, "official", city.id);
  const silent = await makeMember(cohort.id, "member", city.id);
  const session = await makeSession(cohort.id, facilitator.id, [city], { status: "polling" });
  const poll = await makePoll(session, facilitator.id, [8, 9], {
    createdAt: new Date(Date.now() - 5 * 86_400_000),
    closesAt: new Date(Date.now() + 37 * 3_600_000),
  });
  return { voter, silent, session, poll };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Where it is about noon now. */
function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
}

const reminders = () => db.select().from(notifications).where(eq(notifications.sessionId, w.session.id));

it("two instances that tend the polls at once remind each silent person once", async () => {
  const optionId = w.poll.options[0]?.id ?? "";
  await castVote(await actorOf(w.voter.id), { id: w.session.id, vote: { optionId, vote: "no" } });
  await db.update(people).set({ zone: zoneAtNoon() }).where(eq(people.id, w.silent.id));
  await Promise.all([tendPolls(), tendPolls()]);
  const sent = await reminders();
  expect(sent).toMatchObject([{ personId: w.silent.id, kind: "poll-reminder", actorId: null }]);
  await tendPolls();
  expect(await reminders()).toHaveLength(1);
});

it("a session whose first option has passed stands at the next one, and is not over", async () => {
  const [first, second] = w.poll.options;
  vi.spyOn(clock, "now").mockReturnValue(new Date((first?.startsAt.getTime() ?? 0) + 3_600_000));
  await tendPolls();
  const [row] = await db.select().from(sessions).where(eq(sessions.id, w.session.id));
  expect(row).toMatchObject({ status: "polling", startsAt: second?.startsAt, wallStart: second?.wallStart });
  expect((await db.select().from(polls).where(eq(polls.id, w.poll.id)))[0]?.finalisedAt).toBeNull();
});
