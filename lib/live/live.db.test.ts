import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember } from "@/db/factories";
import { memberships, signIns } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { actorOf, findActor } from "@/lib/auth/current";
import { hashToken, newToken } from "@/lib/auth/tokens";
import { endMembership } from "@/lib/cohorts/end-membership";
import { newId } from "@/lib/ids";
import { CATCH_UP, END, HERE, type LiveEvent, STREAMS_MAX } from "./events";
import { hub } from "./hub";
import { publish } from "./publish";
import type { TopicKinds, View } from "./topics";

const VIEW: View = { locale: "en", zone: "Europe/Rome" };

afterAll(() => hub().stop());

/** Somebody of a city who is signed in. */
async function somebody(): Promise<Actor> {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const person = await makeMember(cohort.id, "official", city.id);
  const token = newToken();
  const expiresAt = new Date(Date.now() + 60_000);
  await db.insert(signIns).values({ personId: person.id, tokenHash: hashToken(token), expiresAt });
  return (await findActor(token)) ?? actorOf(person.id);
}

const reads = vi.fn();
/** A thing is for everybody who belongs anywhere. */
const KINDS: TopicKinds = {
  bare: { audience: async () => (actor) => actor.memberships.length > 0 },
  told: {
    audience: async () => (actor) => actor.memberships.length > 0,
    async content(id, events) {
      reads(id);
      return (view) => ({ kind: "told", id: `${events.map((event) => event.id).join("+")} in ${view.locale}` });
    },
  },
  seen: { audience: async () => (actor) => actor.memberships.length > 0, presence: true },
  closed: { audience: async () => () => false },
};

type Frame = LiveEvent & { topic: string; count?: number; names?: string[] };

/** Opens a stream and keeps what it says. */
async function listen(actor: Actor, topics: string[], view = VIEW) {
  const leave = new AbortController();
  const { body } = await hub().open(actor, view, topics, KINDS, leave.signal);
  const heard: Frame[] = [];
  const state = { ended: false };
  const reader = body.getReader();
  const decoder = new TextDecoder();
  (async () => {
    for (let read = await reader.read(); !read.done; read = await reader.read())
      for (const line of decoder.decode(read.value, { stream: true }).split("\n"))
        if (line.startsWith("data: ")) heard.push(JSON.parse(line.slice(6)) as Frame);
    state.ended = true;
  })();
  return { heard, state, leave: () => leave.abort(), kinds: () => heard.map(({ kind }) => kind) };
}

describe("whoever listens to a topic", () => {
  test("hears what happened there after the commit, not what was rolled back, and nothing of other topics", async () => {
    const actor = await somebody();
    const topic = `bare:${newId()}`;
    const own = await listen(actor, [topic]);
    await expect(
      db.transaction(async (tx) => {
        await publish(tx, topic, { kind: "undone" });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await publish(db, `bare:${newId()}`, { kind: "elsewhere" });
    await db.transaction((tx) => publish(tx, topic, { kind: "step", id: "x" }));
    await vi.waitFor(() => expect(own.heard).toMatchObject([{ topic, kind: "step", id: "x" }]));
    own.leave();
    await vi.waitFor(() => expect(own.state.ended).toBe(true));
  });

  test("must be allowed to, and may not ask for too much", async () => {
    const actor = await somebody();
    const id = newId();
    for (const topic of [
      `closed:${id}`,
      `nothing:${id}`,
      "bare",
      "bare:x",
      "bare:\0",
      `bare:${id}:more`,
      `constructor:${id}`,
    ])
      await expect(listen(actor, [topic]), topic).rejects.toMatchObject({ code: "not_found" });
    for (const topics of [[], ["a", "b", "c", "d", "e"].map((name) => `bare:${name}`)])
      await expect(listen(actor, topics)).rejects.toMatchObject({ code: "invalid" });
    const open = await Promise.all(Array.from({ length: STREAMS_MAX }, () => listen(actor, [`bare:${id}`])));
    await expect(listen(actor, [`bare:${id}`])).rejects.toMatchObject({ code: "too_many" });
    for (const one of open) one.leave();
    const crowd = await Promise.allSettled(
      Array.from({ length: STREAMS_MAX * 2 }, () => listen(actor, [`bare:${id}`])),
    );
    const came = crowd.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    expect(came).toHaveLength(STREAMS_MAX);
    for (const one of came) one.leave();
    (await listen(actor, [`bare:${id}`])).leave();
  });

  test("gets words that were read once for all, in their language, several changes together", async () => {
    const topic = `told:${newId()}`;
    const [first, second, third] = [await somebody(), await somebody(), await somebody()];
    const all = [
      await listen(first, [topic]),
      await listen(second, [topic]),
      await listen(third, [topic], { ...VIEW, locale: "it" }),
    ];
    reads.mockClear();
    await publish(db, topic, { kind: "note", id: "a" });
    await vi.waitFor(() => expect(all.map(({ heard }) => heard.length)).toEqual([1, 1, 1]));
    await db.transaction(async (tx) => {
      for (const id of ["b", "c", "d"]) await publish(tx, topic, { kind: "note", id });
    });
    await vi.waitFor(() => expect(all[2]?.heard.map(({ id }) => id).join(" ")).toContain("d"));
    expect(all[0]?.heard[0]?.id).toBe("a in en");
    expect(all[2]?.heard[0]?.id).toBe("a in it");
    expect(reads.mock.calls.length).toBeLessThan(4);
    for (const one of all) one.leave();
  });

  test("gets no word more once their membership or their sign-in has ended", async () => {
    const topic = `told:${newId()}`;
    const [stays, leaves, signsOut] = [await somebody(), await somebody(), await somebody()];
    const [here, gone, out] = [
      await listen(stays, [topic]),
      await listen(leaves, [topic]),
      await listen(signsOut, [topic]),
    ];
    await db.update(memberships).set({ untilAt: sql`now()` }).where(eq(memberships.personId, leaves.personId));
    await db.delete(signIns).where(eq(signIns.id, signsOut.signInId));
    await publish(db, topic, { kind: "note", id: "secret" });
    await vi.waitFor(() => expect(here.kinds()).toEqual(["told"]));
    await vi.waitFor(() => expect([gone.state.ended, out.state.ended]).toEqual([true, true]));
    expect([gone.kinds(), out.kinds()]).toEqual([[END], [END]]);
    here.leave();
  });

  test("is let go at once when their membership is ended, and learns no name more of who else listens", async () => {
    const [topic, bare] = [`seen:${newId()}`, `bare:${newId()}`];
    const [stays, leaves, comes] = [await somebody(), await somebody(), await somebody()];
    const [here, gone] = [await listen(stays, [topic]), await listen(leaves, [topic, bare])];
    await vi.waitFor(() => expect(here.kinds()).toContain(HERE), { timeout: 5000 });
    await db.update(memberships).set({ untilAt: sql`now()` }).where(eq(memberships.personId, leaves.personId));
    const late = await listen(comes, [topic]);
    await vi.waitFor(() => expect(here.heard.findLast(({ kind }) => kind === HERE)?.names).toContain(comes.name), {
      timeout: 5000,
    });
    expect(gone.state.ended).toBe(true);
    expect(JSON.stringify(gone.heard)).not.toContain(comes.name);
    for (const one of [here, late]) one.leave();

    const silent = await listen(await somebody(), [bare]);
    const admin = await makeMember(stays.memberships[0]?.cohortId ?? "", "admin");
    const own = await listen(stays, [bare]);
    await endMembership(await actorOf(admin.id), stays.memberships[0]?.id ?? "");
    await vi.waitFor(() => expect(own.state.ended).toBe(true));
    expect([own.kinds(), silent.kinds()]).toEqual([[END], []]);
    silent.leave();
  });

  test("catches up after the database was away, and hears on", async () => {
    const topic = `bare:${newId()}`;
    const own = await listen(await somebody(), [topic]);
    await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%' and pid <> pg_backend_pid()`);
    await vi.waitFor(() => expect(own.kinds()).toEqual([CATCH_UP]), { timeout: 10_000 });
    await publish(db, topic, { kind: "after" });
    await vi.waitFor(() => expect(own.kinds()).toEqual([CATCH_UP, "after"]));
    own.leave();
  });

  test("is let go when they do not read", async () => {
    const topic = `bare:${newId()}`;
    const actor = await somebody();
    const stream = await hub().open(actor, VIEW, [topic], KINDS, new AbortController().signal);
    const big = new Uint8Array(70_000);
    expect(stream.write(big)).toBe(true);
    expect(stream.write(big)).toBe(false);
    expect(stream.write(big)).toBe(false);
  });

  test("sees who else does, each once, until they leave", async () => {
    const topic = `seen:${newId()}`;
    const [first, second] = [await somebody(), await somebody()];
    const own = await listen(first, [topic]);
    const others = [await listen(second, [topic]), await listen(second, [topic])];
    const last = () => own.heard.findLast(({ kind }) => kind === HERE);
    const both = [first.name, second.name].sort((a, b) => a.localeCompare(b));
    await vi.waitFor(() => expect(last()).toMatchObject({ count: 2, names: both }), { timeout: 5000 });
    for (const one of others) one.leave();
    await vi.waitFor(() => expect(last()).toMatchObject({ count: 1, names: [first.name] }), { timeout: 5000 });
    own.leave();
  });
});
