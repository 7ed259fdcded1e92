import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePerson } from "@/db/factories";
import { auditLog, people } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf, findActor } from "@/lib/auth/current";
import { createSignIn, endOtherSignIns, endSignIn, listSignIns } from "@/lib/auth/sign-ins";
import { changeProfile, getProfile } from "./profile";
import { listMembers } from "./queries";
import { ProfileInput } from "./schema";

const profile = {
  name: "Żaneta W.",
  language: "pl",
  others: ["en"],
  zone: "Europe/Warsaw",
  workStart: "8:30",
  workEnd: "16:30",
  theme: "dark",
  expertise: "Food networks",
};

describe("a city's people", () => {
  it("a city's people are listed for its cohort only, and its lead may end memberships", async () => {
    const cohort = await makeCohort();
    const city = await makeCity(cohort.id);
    const lead = await makeMember(cohort.id, "lead", city.id);
    const peer = await makeMember(cohort.id, "member", (await makeCity(cohort.id)).id);
    const outsider = await makePerson();
    const place = { cohortId: cohort.id, workspaceId: city.id };
    expect(await listMembers(await actorOf(lead.id), place)).toMatchObject([
      { personId: lead.id, isMe: true, abilities: { end: true } },
    ]);
    expect(await listMembers(await actorOf(peer.id), place)).toMatchObject([{ abilities: { end: false } }]);
    expect(await listMembers(await actorOf(outsider.id), place)).toEqual([]);
    expect(await listMembers(null, place)).toEqual([]);
  });
});

describe("the profile", () => {
  it("a person changes how they are known, and what is not theirs to change is refused", async () => {
    const person = await makePerson({ languages: ["it", "pl"] });
    const actor = await actorOf(person.id);
    const changed = await changeProfile(actor, ProfileInput.parse(profile));
    expect(changed).toEqual({ newLanguage: true });
    expect(await getProfile(actor)).toMatchObject({
      name: "Żaneta W.",
      languages: ["pl", "en"],
      workStart: 510,
      workEnd: 990,
      theme: "dark",
    });
    const log = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.actorId, person.id), eq(auditLog.action, "profile.edit")));
    expect(log).toHaveLength(1);
    expect(ProfileInput.safeParse({ ...profile, email: "other@example.org" }).success).toBe(false);
  });

  it("what cannot be is said beside its field", () => {
    const wrong = (change: object) => {
      const parsed = ProfileInput.safeParse({ ...profile, ...change });
      return parsed.success ? null : parsed.error.issues.map((issue) => [issue.path.join("."), issue.message]);
    };
    expect(wrong({ name: "  " })).toEqual([["name", "people.error.nameMissing"]]);
    expect(wrong({ language: "tlh" })).toEqual([["language", "people.error.language"]]);
    expect(wrong({ others: ["en", "xx"] })).toEqual([["others", "people.error.language"]]);
    expect(wrong({ zone: "Europe/Turin" })).toEqual([["zone", "people.error.zone"]]);
    expect(wrong({ workStart: "morning" })).toEqual([["workStart", "people.error.hour"]]);
    expect(wrong({ workStart: "17:00", workEnd: "9" })).toEqual([["workEnd", "people.error.hours"]]);
    expect(wrong({ name: "x\0" })).toEqual([["name", "errors.field.characters"]]);
    expect(wrong({ expertise: "x".repeat(501) })).toEqual([["expertise", "errors.field.tooLong"]]);
  });
});

describe("where one is signed in", () => {
  async function signedIn(personId: string): Promise<Actor> {
    const { token } = await createSignIn(personId, "Firefox");
    const actor = await findActor(token);
    if (!actor) throw new Error("not signed in");
    return actor;
  }

  it("a person ends one place, then all others, and stays where they are", async () => {
    const person = await makePerson();
    const [here, there, phone] = [await signedIn(person.id), await signedIn(person.id), await signedIn(person.id)];
    expect((await listSignIns(here)).filter((place) => place.here)).toMatchObject([{ id: here.signInId }]);
    await endSignIn(here, there.signInId);
    await expect(endSignIn(here, there.signInId)).rejects.toMatchObject({ code: "not_found" });
    expect(await endOtherSignIns(here)).toBe(1);
    expect((await listSignIns(here)).map(({ id }) => id)).toEqual([here.signInId]);
    expect(phone.signInId).not.toBe(here.signInId);
    const log = await db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.actorId, person.id));
    expect(log.map(({ action }) => action).sort()).toEqual(["sign-in.end", "sign-in.end-others"]);
  });

  it("nobody ends a place of somebody else", async () => {
    const [mine, theirs] = [await signedIn((await makePerson()).id), await signedIn((await makePerson()).id)];
    await expect(endSignIn(mine, theirs.signInId)).rejects.toMatchObject({ code: "not_found" });
    expect(await endOtherSignIns(mine)).toBe(0);
    expect(await listSignIns(theirs)).toHaveLength(1);
    expect(await db.select().from(people).where(eq(people.id, theirs.personId))).toHaveLength(1);
  });
});
