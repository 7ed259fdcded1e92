import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePerson } from "@/db/factories";
import { auditLog, invitations, mails, memberships, people } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { tokenFor } from "@/lib/auth/tokens";
import { newId } from "@/lib/ids";
import { acceptInvitation, findInvitation } from "./accept";
import { invitePerson, revokeInvitation } from "./invite";
import { ROLES, type Role } from "./limits";
import { listOpenInvitations } from "./queries";
import { type AcceptInput, InviteInput } from "./schema";

async function makeWorld() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id, {
    zone: "Europe/Warsaw",
    workWeek: [null, [480, 960], [480, 960], [480, 960], [480, 960], null, null],
  });
  const other = await makeCity(cohort.id);
  const foreign = await makeCity((await makeCohort()).id);
  const as = async (role: Role, workspaceId: string | null = null) =>
    actorOf((await makeMember(cohort.id, role, workspaceId)).id);
  return { cohort, city, other, foreign, as, lead: await as("lead", city.id) };
}
let world: Awaited<ReturnType<typeof makeWorld>>;
beforeEach(async () => {
  world = await makeWorld();
});

const address = () => `${newId()}@example.org`;
const invitation = (values: Partial<InviteInput> = {}): InviteInput => ({
  formKey: newId(),
  email: address(),
  role: "official",
  language: "en",
  ...values,
});
const inCity = (values: Partial<InviteInput> = {}) => invitation({ workspaceSlug: world.city.slug, ...values });
const acceptance = (id: string, values: Partial<AcceptInput> = {}): AcceptInput => ({
  token: tokenFor("invitation", id),
  name: "Anna K.",
  language: "pl",
  others: ["en"],
  ...values,
});
const audited = (action: string, subjectId: string) =>
  db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.action, action), eq(auditLog.subjectId, subjectId)));
const membershipsOf = (email: string) =>
  db
    .select({
      role: memberships.role,
      workspaceId: memberships.workspaceId,
      zone: people.zone,
      start: people.workStart,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(eq(people.email, email));

describe("inviting", () => {
  it("a lead invites an official: a row for fourteen days, a mail and an audit row", async () => {
    const input = inCity();
    const { id } = await invitePerson(world.lead, input);
    const [row] = await db.select().from(invitations).where(eq(invitations.id, id));
    expect(row).toMatchObject({ email: input.email, role: "official", workspaceId: world.city.id, acceptedAt: null });
    expect(Math.round(((row?.expiresAt.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(14);
    const sent = await db.select().from(mails).where(eq(mails.invitationId, id));
    expect(sent).toMatchObject([{ kind: "invitation", toEmail: input.email, language: "en" }]);
    expect(await audited("invitation.send", id)).toMatchObject([
      { actorId: world.lead.personId, workspaceId: world.city.id, detail: { role: "official" } },
    ]);
  });

  it("each role may be invited by those the table names, and by nobody else", async () => {
    const { cohort, city, other, as, lead } = world;
    const may: Record<Role, string[]> = {
      member: ["lead", "admin"],
      official: ["lead", "admin"],
      lead: ["lead", "admin"],
      observer: ["facilitator", "admin"],
      facilitator: ["admin"],
      admin: ["admin"],
    };
    const inviters = {
      lead,
      admin: await as("admin"),
      facilitator: await as("facilitator"),
      observer: await as("observer"),
      official: await as("official", city.id),
      member: await as("member", city.id),
      "lead elsewhere": await as("lead", other.id),
    };
    for (const role of ROLES) {
      const place = may[role].includes("lead") ? { workspaceSlug: city.slug } : { cohortId: cohort.id };
      for (const [name, actor] of Object.entries(inviters)) {
        const asked = invitePerson(actor, invitation({ ...place, role }));
        if (may[role].includes(name)) await expect(asked, `${name} ${role}`).resolves.toBeTruthy();
        else await expect(asked, `${name} ${role}`).rejects.toMatchObject({ code: "forbidden" });
      }
    }
  });

  it("a city of another cohort, a made-up one and none at all do not exist", async () => {
    for (const place of [
      { workspaceSlug: world.foreign.slug },
      { workspaceSlug: "atlantis" },
      { cohortId: newId() },
      {},
    ])
      await expect(invitePerson(world.lead, invitation(place))).rejects.toMatchObject({ code: "not_found" });
  });

  it("a cohort's role is not given in a city, nor a city's role in the cohort", async () => {
    const admin = await world.as("admin");
    await expect(invitePerson(admin, inCity({ role: "observer" }))).rejects.toMatchObject({
      fields: { role: { key: "invitations.error.role" } },
    });
    const wide = invitation({ cohortId: world.cohort.id, role: "member" });
    await expect(invitePerson(admin, wide)).rejects.toMatchObject({ fields: { role: {} } });
  });

  it("somebody who already has the role is not invited to it, but to another", async () => {
    const person = await makePerson();
    await db.insert(memberships).values({
      personId: person.id,
      cohortId: world.cohort.id,
      workspaceId: world.city.id,
      role: "official",
    });
    await expect(invitePerson(world.lead, inCity({ email: person.email }))).rejects.toMatchObject({
      code: "invalid",
      fields: { email: { key: "invitations.error.alreadyThere" } },
    });
    await expect(invitePerson(world.lead, inCity({ email: person.email, role: "lead" }))).resolves.toBeTruthy();
  });

  it("sending a form twice invites once, and an open invitation is not sent again", async () => {
    const input = inCity();
    await Promise.all([invitePerson(world.lead, input), invitePerson(world.lead, input)]);
    expect(await db.select().from(invitations).where(eq(invitations.email, input.email))).toHaveLength(1);
    expect(await db.select().from(mails).where(eq(mails.toEmail, input.email))).toHaveLength(1);
    await expect(invitePerson(world.lead, { ...input, formKey: newId() })).rejects.toMatchObject({
      fields: { email: { key: "invitations.error.alreadyInvited" } },
    });
  });

  it("nobody takes over another's invitation by naming its id", async () => {
    const { id } = await invitePerson(world.lead, inCity());
    const second = await world.as("lead", world.city.id);
    await expect(invitePerson(second, inCity({ formKey: id }))).rejects.toMatchObject({ code: "conflict" });
  });

  it("an address that is none is refused next to its field", () => {
    expect(InviteInput.safeParse(inCity({ email: "anna" })).success).toBe(false);
    expect(InviteInput.safeParse(inCity({ email: " Anna@Example.ORG " }))).toMatchObject({
      data: { email: "anna@example.org" },
    });
    expect(InviteInput.safeParse({ ...inCity(), invitedBy: newId() }).success).toBe(false);
  });

  it("after thirty in an hour a person waits", async () => {
    for (let n = 0; n < 30; n++) await invitePerson(world.lead, inCity());
    await expect(invitePerson(world.lead, inCity())).rejects.toMatchObject({ code: "too_many" });
  });

  it("open invitations are listed for those who could have sent them only", async () => {
    const place = { cohortId: world.cohort.id, workspaceId: world.city.id };
    const { id } = await invitePerson(world.lead, inCity());
    expect((await listOpenInvitations(world.lead, place)).map((open) => open.id)).toEqual([id]);
    for (const actor of [null, await world.as("official", world.city.id), await world.as("facilitator")])
      expect(await listOpenInvitations(actor, place)).toEqual([]);
    const whole = { cohortId: world.cohort.id, workspaceId: null };
    expect(await listOpenInvitations(await world.as("admin"), whole)).toMatchObject([{ id }]);
    expect(await listOpenInvitations(await world.as("facilitator"), whole)).toEqual([]);
  });
});

describe("taking back", () => {
  it("a lead takes an invitation back, once, and its link is dead", async () => {
    const { id } = await invitePerson(world.lead, inCity());
    await revokeInvitation(world.lead, id);
    expect(await audited("invitation.revoke", id)).toHaveLength(1);
    expect(await findInvitation(tokenFor("invitation", id))).toMatchObject({ open: false });
    await expect(acceptInvitation(null, acceptance(id))).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeInvitation(world.lead, id)).rejects.toMatchObject({ code: "conflict" });
  });

  it("for those who could not have sent it an invitation does not exist", async () => {
    const { id } = await invitePerson(world.lead, inCity());
    const others = [
      await world.as("official", world.city.id),
      await world.as("facilitator"),
      await actorOf((await makePerson()).id),
    ];
    for (const actor of others) await expect(revokeInvitation(actor, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeInvitation(world.lead, newId())).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("accepting", () => {
  it("somebody new gets an account, the city's zone and hours, the membership and an audit row", async () => {
    const input = inCity();
    const { id } = await invitePerson(world.lead, input);
    expect(await findInvitation(tokenFor("invitation", id))).toMatchObject({ open: true, known: false });
    const { personId } = await acceptInvitation(null, acceptance(id));
    const actor = await actorOf(personId);
    expect(actor).toMatchObject({ name: "Anna K.", email: input.email, languages: ["pl", "en"] });
    expect(actor.memberships).toMatchObject([{ role: "official", workspaceSlug: world.city.slug }]);
    expect(await membershipsOf(input.email)).toMatchObject([{ zone: "Europe/Warsaw", start: 480 }]);
    expect(await audited("invitation.accept", id)).toMatchObject([{ actorId: personId }]);
    expect(await findInvitation(tokenFor("invitation", id))).toMatchObject({ open: false, acceptedBy: personId });
  });

  it("two clicks at once make one membership and one account", async () => {
    const input = inCity();
    const { id } = await invitePerson(world.lead, input);
    const results = await Promise.allSettled([
      acceptInvitation(null, acceptance(id)),
      acceptInvitation(null, acceptance(id)),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await membershipsOf(input.email)).toHaveLength(1);
    await expect(acceptInvitation(null, acceptance(id))).rejects.toMatchObject({ code: "not_found" });
  });

  it("two invitations to one new address, accepted at once, make one account with both roles", async () => {
    const email = address();
    const first = await invitePerson(world.lead, inCity({ email }));
    const second = await invitePerson(world.lead, inCity({ email, role: "lead" }));
    await Promise.all([acceptInvitation(null, acceptance(first.id)), acceptInvitation(null, acceptance(second.id))]);
    expect((await membershipsOf(email)).map(({ role }) => role).sort()).toEqual(["lead", "official"]);
    expect(await db.select().from(people).where(eq(people.email, email))).toHaveLength(1);
  });

  it("who has an account keeps its name and gains the membership", async () => {
    const person = await makePerson({ name: "Known", languages: ["it"] });
    const { id } = await invitePerson(world.lead, inCity({ email: person.email }));
    expect(await findInvitation(tokenFor("invitation", id))).toMatchObject({ known: true });
    expect(await acceptInvitation(null, acceptance(id, { name: "" }))).toEqual({ personId: person.id });
    expect(await actorOf(person.id)).toMatchObject({
      name: "Known",
      languages: ["it"],
      memberships: [{ role: "official" }],
    });
  });

  it("without a name nothing happens, and the link still works", async () => {
    const { id } = await invitePerson(world.lead, inCity());
    await expect(acceptInvitation(null, acceptance(id, { name: "" }))).rejects.toMatchObject({
      fields: { name: { key: "people.error.nameMissing" } },
    });
    await expect(acceptInvitation(null, acceptance(id))).resolves.toBeTruthy();
  });

  it("signed in with another address, nothing happens", async () => {
    const input = inCity();
    const { id } = await invitePerson(world.lead, input);
    await expect(acceptInvitation(world.lead, acceptance(id))).rejects.toMatchObject({
      fields: { form: { key: "invitations.error.otherAddress" } },
    });
    expect(await membershipsOf(input.email)).toEqual([]);
    expect(await findInvitation(tokenFor("invitation", id))).toMatchObject({ open: true, acceptedBy: null });
  });

  it("after fourteen days an invitation is as if it had never been", async () => {
    const { id } = await invitePerson(world.lead, inCity());
    await db.update(invitations).set({ expiresAt: sql`now() - interval '1 second'` }).where(eq(invitations.id, id));
    expect(await findInvitation(tokenFor("invitation", id))).toMatchObject({ open: false });
    await expect(acceptInvitation(null, acceptance(id))).rejects.toMatchObject({ code: "not_found" });
  });

  it("a token that is made up, or made for something else, opens nothing", async () => {
    const { id } = await invitePerson(world.lead, inCity());
    for (const token of ["", id, `${id}.x`, tokenFor("sign-in", id), tokenFor("invitation", newId())]) {
      expect(await findInvitation(token)).toBeNull();
      await expect(acceptInvitation(null, acceptance(id, { token }))).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
