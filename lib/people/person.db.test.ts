import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import {
  makeAsk,
  makeCity,
  makeCohort,
  makeComment,
  makeCommitment,
  makeMember,
  makeMembership,
  makePerson,
  makeSession,
  makeWriteUp,
} from "@/db/factories";
import { asks } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { isStillThere } from "./current";
import { getPerson } from "./person";

const canary = (place: string) => `canary-${place}`;

/** A person of Turin who wrote in every place, with a word of its own in each. */
async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const warsaw = await makeCity(cohort.id);
  const paola = await makeMember(cohort.id, "official", turin.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  const titled = (place: string) => ({ title: canary(place), card: canary(place) });
  const write = (audience: "draft" | "city" | "cohort" | "public") =>
    makeWriteUp(turin, paola.id, { audience, document: titled(audience) });
  const [draft, city, open] = [await write("draft"), await write("city"), await write("cohort")];
  await write("public");
  const changed = await makeWriteUp(turin, paola.id, {
    documents: { city: titled("work"), cohort: titled("released") },
  });
  const say = (about: Parameters<typeof makeComment>[0], place: string, values: object = {}) =>
    makeComment(about, cohort.id, paola.id, {
      workspaceId: turin.id,
      markdown: canary(place),
      html: `<p>${canary(place)}</p>`,
      ...values,
    });
  await say({ writeUpId: draft.id }, "on-draft", { audience: "city" });
  await say({ writeUpId: city.id }, "on-city", { audience: "city" });
  await say({ writeUpId: open.id }, "inside", { audience: "city" });
  await say({ writeUpId: changed.id }, "said");
  const hidden = { hiddenAt: new Date(), hiddenBy: facilitator.id, hiddenReason: canary("reason") };
  await say({ writeUpId: open.id }, "hidden", hidden);
  const removed = { markdown: "", html: "", deletedAt: new Date(), deletedBy: paola.id };
  await say({ writeUpId: open.id }, "removed", removed);
  const past = { startsAt: new Date("2026-01-10T15:00:00Z"), status: "held" as const };
  const session = (place: string, values: object) =>
    makeSession(cohort.id, paola.id, [turin], { title: canary(place), ...past, ...values });
  const ran = await session("session", {});
  await session("session-draft", { status: "draft" });
  const quiet = await session("quiet", { confidentiality: "use-not-name" });
  await say({ sessionId: ran.id }, "on-session");
  await say({ sessionId: quiet.id }, "on-quiet");
  await makeCommitment(turin, paola.id, { what: canary("commitment"), personId: paola.id });
  const askId = await answered(facilitator.id, turin, canary("ask"), paola.id);
  await answered(facilitator.id, turin, canary("ask-hidden"), paola.id, hidden);
  return { cohort, turin, warsaw, paola, facilitator, askId };
}

/** Something asked of Turin, and what `by` said to it as the answer. */
async function answered(
  askerId: string,
  city: { id: string; cohortId: string },
  title: string,
  by: string,
  values = {},
) {
  const { id } = await makeAsk(city.cohortId, askerId, city, { title });
  const answer = await makeComment({ askId: id }, city.cohortId, by, values);
  await db.update(asks).set({ answeredAt: new Date(), answerId: answer.id }).where(eq(asks.id, id));
  return id;
}

const OF_COHORT = [
  ...["cohort", "public", "released", "said", "session", "quiet", "on-session", "commitment", "ask"],
].map(canary);
const OF_CITY = ["city", "work", "on-city", "inside"].map(canary);
const OF_AUTHORS = ["draft", "on-draft"].map(canary);
const NOBODY = ["hidden", "reason", "removed", "ask-hidden", "on-quiet", "session-draft"].map(canary);

async function wordsFor(readerId: string, id: string): Promise<string[]> {
  const sent = JSON.stringify(await getPerson(await actorOf(readerId), id));
  return [...new Set(sent.match(/canary-[\w-]+/g))].sort();
}

describe("what stands on somebody's page", () => {
  it("a peer, an observer and a facilitator read what the cohort reads, and nothing more", async () => {
    const { cohort, warsaw, paola, facilitator } = await world();
    const readers = [
      await makeMember(cohort.id, "lead", warsaw.id),
      await makeMember(cohort.id, "observer"),
      await makeMember(cohort.id, "admin"),
      facilitator,
    ];
    for (const { id } of readers) expect(await wordsFor(id, paola.id)).toEqual([...OF_COHORT].sort());
  });

  it("a colleague reads what the city holds besides, but neither drafts nor what is hidden", async () => {
    const { cohort, turin, paola } = await world();
    const colleague = await makeMember(cohort.id, "member", turin.id);
    const words = await wordsFor(colleague.id, paola.id);
    const expected = [...OF_COHORT, ...OF_CITY].filter((word) => word !== canary("released"));
    expect(words).toEqual(expected.sort());
  });

  it("an author finds their own drafts there, and not what was hidden", async () => {
    const { paola } = await world();
    const words = await wordsFor(paola.id, paola.id);
    for (const word of OF_AUTHORS) expect(words).toContain(word);
    for (const word of NOBODY) expect(words).not.toContain(word);
  });

  it("it says for which city somebody is there, since when, and which city the reader may ask", async () => {
    const { cohort, turin, warsaw, paola, askId } = await world();
    const other = await makeCohort();
    await makeMembership(paola.id, other.id, "admin");
    const peer = await makeMember(cohort.id, "member", warsaw.id);
    const page = await getPerson(await actorOf(peer.id), paola.id);
    expect(page).toMatchObject({
      isMe: false,
      places: [{ role: "official", cohort: cohort.name, city: { slug: turin.slug }, mayAsk: true }],
      sessions: [{ runs: true }, { runs: true }],
      answered: [{ id: askId }],
    });
    expect(page?.places).toHaveLength(1);
    expect(JSON.stringify(page)).not.toContain(paola.email);
    const colleague = await makeMember(cohort.id, "member", turin.id);
    const observer = await makeMember(cohort.id, "observer");
    for (const { id } of [colleague, observer])
      expect((await getPerson(await actorOf(id), paola.id))?.places).toMatchObject([{ mayAsk: false }]);
  });
});

describe("for whom somebody's page is not there", () => {
  it("people of another cohort, without any, or who have left find nobody, and nobody finds who has left", async () => {
    const { cohort, turin, paola } = await world();
    const left = await makePerson();
    await makeMembership(left.id, cohort.id, "lead", turin.id, new Date(Date.now() - 1000));
    const elsewhere = await makeMember((await makeCohort()).id, "admin");
    for (const { id } of [left, elsewhere, await makePerson()])
      expect(await getPerson(await actorOf(id), paola.id)).toBeNull();
    const actor = await actorOf(paola.id);
    for (const id of [left.id, elsewhere.id, newId(), "made-up", "2147483648"])
      expect(await getPerson(actor, id)).toBeNull();
  });

  it("a name leads to a page only as long as somebody is there", async () => {
    const { cohort, turin, paola } = await world();
    const left = await makePerson();
    await makeMembership(left.id, cohort.id, "lead", turin.id, new Date(Date.now() - 1000));
    for (const { id, there } of [
      { id: paola.id, there: true },
      { id: left.id, there: false },
    ]) {
      const [row] = await db.execute<{ there: boolean }>(
        sql`select ${isStillThere(sql`${id}`, sql`${cohort.id}`)} as there`,
      );
      expect(row?.there).toBe(there);
    }
  });
});
