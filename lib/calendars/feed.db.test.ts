import { sql } from "drizzle-orm";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeSession } from "@/db/factories";
import { answers, auditLog, calendarFeeds, sessions } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { route } from "@/lib/http/response";
import { feedResponse } from "./feed-response";
import { FEED_READS, FEEDS_AN_HOUR } from "./limits";
import { endFeed, makeFeed } from "./mutations";
import { feedSince } from "./queries";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const dublin = await makeCity(cohort.id, { zone: "Europe/Dublin" });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const ana = await makeMember(cohort.id, "official", turin.id);
  return { cohort, turin, dublin, facilitator, ana };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

const session = (values: Parameters<typeof makeSession>[3] = {}, cities = [w.turin]) =>
  makeSession(w.cohort.id, w.facilitator.id, cities, { joinUrl: "https://meet.example.org/secret", ...values });

async function address(personId = w.ana.id): Promise<string> {
  const { url } = await makeFeed(await actorOf(personId));
  return url;
}

async function read(url: string, headers: Record<string, string> = {}) {
  const file = new URL(url).pathname.split("/").at(-1) ?? "";
  const response = await route(feedResponse)(new Request(url, { headers }), file);
  return { status: response.status, headers: response.headers, body: await response.text() };
}

function eventsIn(body: string) {
  return new ICAL.Component(ICAL.parse(body)).getAllSubcomponents("vevent").map((event) => ({
    title: String(event.getFirstPropertyValue("summary")),
    status: String(event.getFirstPropertyValue("status")),
    free: event.getFirstPropertyValue("transp") === "TRANSPARENT",
  }));
}

describe("the calendar under a secret address", () => {
  it("is read so often in ten minutes, and made anew so often in an hour", async () => {
    const url = await address();
    for (let reads = 0; reads < FEED_READS; reads++) await read(url);
    expect((await read(url)).status).toBe(429);
    for (let made = 1; made < FEEDS_AN_HOUR; made++) await address();
    await expect(address()).rejects.toMatchObject({ code: "too_many" });
  });

  it("has all that concerns its owner: coming, on, held, answered, cancelled within thirty days", async () => {
    const at = (day: number) => ({ startsAt: new Date(`2026-12-0${day}T15:00Z`), wallStart: `2026-12-0${day}T16:00` });
    await session({ title: "Ours", ...at(1) });
    await session({ title: "Held", status: "held", ...at(2) });
    await session({ title: "On", status: "live", ...at(3) });
    await session({ title: "Cancelled", status: "cancelled", ...at(4) });
    const long = await session({ title: "Long cancelled", status: "cancelled", ...at(5) });
    await db.execute(sql`update sessions set stamped_at = now() - interval '31 days' where id = ${long.id}`);
    await session({ title: "Voted on", status: "polling", ...at(6) });
    await session({ title: "A draft", status: "draft", ...at(6) });
    await session({ title: "Theirs", ...at(7) }, [w.dublin]);
    const perhaps = await session({ title: "Perhaps", ...at(8) }, [w.dublin, w.turin]);
    const not = await session({ title: "Not", ...at(9) });
    await db.insert(answers).values([
      { sessionId: perhaps.id, personId: w.ana.id, answer: "tentative" },
      { sessionId: not.id, personId: w.ana.id, answer: "not" },
    ]);
    const { body, headers } = await read(await address());
    expect(eventsIn(body).sort((a, b) => a.title.localeCompare(b.title))).toEqual([
      { title: "Cancelled", status: "CANCELLED", free: false },
      { title: "Held", status: "CONFIRMED", free: false },
      { title: "Not", status: "CONFIRMED", free: true },
      { title: "On", status: "CONFIRMED", free: false },
      { title: "Ours", status: "CONFIRMED", free: false },
      { title: "Perhaps", status: "TENTATIVE", free: false },
    ]);
    expect(Object.values(nodeIcal.sync.parseICS(body)).filter((part) => part?.type === "VEVENT")).toHaveLength(6);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(body).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n");
    expect(body).toContain("meet.example.org/secret");
    expect(body.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    for (const line of body.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("is the same to the byte while nothing changes, and says so in two ways", async () => {
    const made = await session();
    const url = await address();
    const first = await read(url);
    const etag = first.headers.get("etag") ?? "";
    const since = first.headers.get("last-modified") ?? "";
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect((await read(url)).headers.get("etag")).toBe(etag);
    for (const headers of [
      { "if-none-match": etag },
      { "if-none-match": `"other", W/${etag}` },
      { "if-none-match": "*" },
      { "if-modified-since": since },
    ] as Record<string, string>[]) {
      const again = await read(url, headers);
      expect(again).toMatchObject({ status: 304, body: "" });
      expect(again.headers.get("etag")).toBe(etag);
    }
    await db.update(sessions).set({ title: "Another title" }).where(sql`id = ${made.id}`);
    for (const headers of [{ "if-none-match": etag }, { "if-modified-since": since }] as Record<string, string>[])
      expect(await read(url, headers)).toMatchObject({ status: 200 });
    const late = new Date(Date.parse(since) - 1000).toUTCString();
    expect(await read(url, { "if-modified-since": late })).toMatchObject({ status: 200 });
    expect(await read(url, { "if-modified-since": "yesterday" })).toMatchObject({ status: 200 });
  });

  it("is nobody's once it was ended, made anew, guessed or mistyped: one answer for all", async () => {
    await session();
    const first = await address();
    const second = await address();
    expect((await read(second)).status).toBe(200);
    await endFeed(await actorOf(w.ana.id));
    const addresses = [
      first,
      second,
      `https://x.example/calendar/${"a".repeat(43)}.ics`,
      "https://x.example/calendar/1",
    ];
    const answersGiven = await Promise.all(addresses.map((url) => read(url)));
    for (const { status, body } of answersGiven) expect([status, body]).toEqual([404, answersGiven[0]?.body]);
    expect(answersGiven[0]?.status).toBe(404);
  });

  it("is empty for somebody whose membership has ended, so that their program forgets the rest", async () => {
    await session();
    const url = await address();
    expect(eventsIn((await read(url)).body)).toHaveLength(1);
    await db.execute(sql`update memberships set until_at = now() where person_id = ${w.ana.id}`);
    const { status, body } = await read(url);
    expect(status).toBe(200);
    expect(eventsIn(body)).toEqual([]);
  });

  it("keeps the way in from somebody who answered but may not join any more", async () => {
    const theirs = await session({}, [w.dublin]);
    await db.insert(answers).values({ sessionId: theirs.id, personId: w.ana.id, answer: "tentative" });
    const { body } = await read(await address());
    expect(eventsIn(body)).toHaveLength(1);
    expect(body).not.toContain("secret");
  });
});

describe("a secret address", () => {
  it("is kept as a hash only, one for each person, with a line in the log for making and ending", async () => {
    const actor = await actorOf(w.ana.id);
    expect(await feedSince(actor)).toBeNull();
    const urls = await Promise.all([makeFeed(actor), makeFeed(actor), makeFeed(actor)]);
    const kept = await db.select().from(calendarFeeds).where(sql`person_id = ${w.ana.id}`);
    expect(kept.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
    for (const { url } of urls) {
      const token = url.split("/").at(-1)?.replace(".ics", "") ?? "";
      expect(token).toHaveLength(43);
      expect(JSON.stringify(kept)).not.toContain(token);
    }
    expect(await feedSince(actor)).toBeInstanceOf(Date);
    await endFeed(actor);
    await endFeed(actor);
    expect(await feedSince(actor)).toBeNull();
    const log = await db.select().from(auditLog).where(sql`actor_id = ${w.ana.id}`);
    expect(log.map(({ action }) => action).sort()).toEqual([
      "calendar-feed.end",
      ...Array(3).fill("calendar-feed.make"),
    ]);
  });

  it("of somebody else stays when one ends one's own", async () => {
    const other = await makeMember(w.cohort.id, "member", w.turin.id);
    const url = await address(other.id);
    await address();
    await endFeed(await actorOf(w.ana.id));
    expect((await read(url)).status).toBe(200);
  });
});
