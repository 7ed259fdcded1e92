import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeMembership, makePerson, makeSession, makeWriteUp } from "@/db/factories";
import { sessions, writeUpAuthors, writeUps } from "@/db/schema";
import { ROLES, type Role } from "@/lib/cohorts/limits";
import { STATUSES } from "@/lib/sessions/limits";
import { AUDIENCES } from "@/lib/write-ups/limits";
import type { Reader } from "./actor";
import { canSession, canWriteUp, SESSION_RULES, type SessionAction, WRITE_UP_RULES, type WriteUpAction } from "./can";
import { actorOf } from "./current";
import { sessionsVisibleTo, visibleTo } from "./visible-to";

/** Every way in which somebody can stand to a city's write-up. */
const RELATIONS = ["own city", "own city, invited", "other city", "other cohort", "ended", "ended, invited"] as const;

interface World {
  readers: { name: string; reader: Reader }[];
  writeUps: (typeof writeUps.$inferSelect)[];
  sessions: (typeof sessions.$inferSelect)[];
  invited: string[];
}

let world: World;

beforeAll(async () => {
  const cohort = await makeCohort();
  const other = await makeCohort();
  const city = await makeCity(cohort.id);
  const neighbour = await makeCity(cohort.id);
  const stranger = await makeCity(other.id);
  const author = await makeMember(cohort.id, "official", city.id);
  const made = await Promise.all(AUDIENCES.map((audience) => makeWriteUp(city, author.id, { audience })));
  const facilitator = await makeMember(cohort.id, "facilitator");
  const held = await Promise.all(STATUSES.map((status) => makeSession(cohort.id, facilitator.id, [city], { status })));
  const readers: World["readers"] = [
    { name: "the public", reader: null },
    { name: "the author", reader: await actorOf(author.id) },
    { name: "an account without membership", reader: await actorOf((await makePerson()).id) },
  ];
  const inCity = (role: Role) => role === "member" || role === "official" || role === "lead";
  for (const role of ROLES) {
    for (const relation of RELATIONS) {
      const person = await makePerson();
      const place = relation === "other cohort" ? other : cohort;
      const room = relation === "other cohort" ? stranger : relation === "other city" ? neighbour : city;
      const until = relation.startsWith("ended") ? new Date(Date.now() - 60_000) : null;
      await makeMembership(person.id, place.id, role, inCity(role) ? room.id : null, until);
      if (relation.endsWith("invited")) {
        await db.insert(writeUpAuthors).values(made.map(({ id }) => ({ writeUpId: id, personId: person.id })));
      }
      readers.push({ name: `${role}, ${relation}`, reader: await actorOf(person.id) });
    }
  }
  world = { readers, writeUps: made, sessions: held, invited: [city.id] };
});

async function isAuthor(reader: Reader, writeUpId: string): Promise<boolean> {
  if (!reader) return false;
  const rows = await db
    .select()
    .from(writeUpAuthors)
    .where(sql`${writeUpAuthors.writeUpId} = ${writeUpId} and ${writeUpAuthors.personId} = ${reader.personId}`);
  return rows.length === 1;
}

describe("the permission table", () => {
  it("lets the database show exactly the write-ups that the table lets one read", async () => {
    let compared = 0;
    for (const { name, reader } of world.readers) {
      const seen = new Set(
        (await db.select({ id: writeUps.id }).from(writeUps).where(visibleTo(reader))).map(({ id }) => id),
      );
      for (const writeUp of world.writeUps) {
        const subject = { ...writeUp, isAuthor: await isAuthor(reader, writeUp.id) };
        expect(seen.has(writeUp.id), `${name}: ${writeUp.audience}`).toBe(canWriteUp(reader, "write-up.read", subject));
        compared += 1;
      }
    }
    expect(compared).toBe((3 + ROLES.length * RELATIONS.length) * AUDIENCES.length);
  });

  it("lets the database show exactly the sessions that the table lets one read", async () => {
    for (const { name, reader } of world.readers) {
      const seen = new Set(
        (await db.select({ id: sessions.id }).from(sessions).where(sessionsVisibleTo(reader))).map(({ id }) => id),
      );
      for (const session of world.sessions) {
        const subject = { ...session, invited: world.invited };
        expect(seen.has(session.id), `${name}: ${session.status}`).toBe(canSession(reader, "session.read", subject));
      }
    }
  });

  it("lets nobody act on a write-up that they may not read", async () => {
    for (const { name, reader } of world.readers) {
      for (const writeUp of world.writeUps) {
        const subject = { ...writeUp, isAuthor: await isAuthor(reader, writeUp.id) };
        if (canWriteUp(reader, "write-up.read", subject)) continue;
        for (const action of Object.keys(WRITE_UP_RULES) as WriteUpAction[]) {
          expect(canWriteUp(reader, action, subject), `${name}: ${action} ${writeUp.audience}`).toBe(false);
        }
      }
    }
  });

  it("lets nobody act on a session that they may not read", async () => {
    for (const { name, reader } of world.readers) {
      for (const session of world.sessions) {
        const subject = { ...session, invited: world.invited };
        if (canSession(reader, "session.read", subject)) continue;
        for (const action of Object.keys(SESSION_RULES) as SessionAction[]) {
          expect(canSession(reader, action, subject), `${name}: ${action} ${session.status}`).toBe(false);
        }
      }
    }
  });

  it("takes everything from a membership that has ended, from authors too", () => {
    for (const { reader } of world.readers.filter(({ name }) => name.includes("ended"))) {
      expect(reader?.memberships).toEqual([]);
      for (const writeUp of world.writeUps.filter(({ audience }) => audience !== "public")) {
        expect(canWriteUp(reader, "write-up.read", { ...writeUp, isAuthor: true })).toBe(false);
      }
    }
  });

  it("keeps facilitators, admins and observers out of what a city has not shared", () => {
    for (const role of ["facilitator", "admin", "observer"]) {
      const reader = world.readers.find(({ name }) => name === `${role}, own city`)?.reader ?? null;
      expect(reader).not.toBeNull();
      for (const writeUp of world.writeUps.filter(({ audience }) => audience === "draft" || audience === "city")) {
        for (const action of Object.keys(WRITE_UP_RULES) as WriteUpAction[]) {
          expect(canWriteUp(reader, action, { ...writeUp, isAuthor: false })).toBe(false);
        }
      }
    }
  });

  it("counts a membership from its first moment on and not before", async () => {
    const person = await makePerson();
    const [writeUp] = world.writeUps.filter(({ audience }) => audience === "city");
    const membership = await makeMembership(person.id, writeUp?.cohortId ?? "", "member", writeUp?.workspaceId ?? "");
    expect((await actorOf(person.id)).memberships).toHaveLength(1);
    await db.execute(sql`update memberships set from_at = now() + interval '1 hour' where id = ${membership.id}`);
    expect((await actorOf(person.id)).memberships).toHaveLength(0);
    expect(
      await db
        .select({ id: writeUps.id })
        .from(writeUps)
        .where(eq(writeUps.id, writeUp?.id ?? "")),
    ).toHaveLength(1);
  });
});
