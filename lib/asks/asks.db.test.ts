import { and, eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import {
  makeAsk,
  makeCity,
  makeCohort,
  makeComment,
  makeMember,
  makeMembership,
  makePerson,
  makeWriteUp,
} from "@/db/factories";
import { asks, auditLog, type comments, holidays, notifications, people } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { RATES } from "@/lib/auth/rate-limit";
import { useUp } from "@/lib/auth/testing";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { attachAsk, detachAsk } from "./attach";
import { attachedTo } from "./attached";
import { getAsk } from "./get";
import { TOLD_MAX } from "./limits";
import { changeAsk, closeAsk, postAsk, reopenAsk } from "./mutations";
import { prepareAsk } from "./prepare";
import { asksForMyCity, asksOfCity, asksToDo, countAsks, listAsks, myOpenAsks } from "./queries";
import { ChangeAsk, PostAsk } from "./schema";
import { settleAsk, unsettleAsk } from "./settle";

/** A Monday, 11:00 in Turin. */
const NOW = new Date("2026-11-23T10:00:00Z");

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin" });
  const bilbao = await makeCity(cohort.id, { name: "Bilbao", zone: "Europe/Madrid" });
  const [lead, official, member] = [
    await makeMember(cohort.id, "lead", turin.id),
    await makeMember(cohort.id, "official", turin.id),
    await makeMember(cohort.id, "member", turin.id),
  ];
  const asker = await makeMember(cohort.id, "member", bilbao.id);
  const observer = await makeMember(cohort.id, "observer");
  const facilitator = await makeMember(cohort.id, "facilitator");
  const elsewhere = await makeCohort();
  const stranger = await makeMember(elsewhere.id, "admin");
  return { cohort, turin, bilbao, lead, official, member, asker, observer, facilitator, elsewhere, stranger };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  vi.spyOn(clock, "now").mockReturnValue(NOW);
  w = await world();
});
afterEach(() => vi.restoreAllMocks());

const as = (person: { id: string }) => actorOf(person.id);
const question = (values: Record<string, unknown> = {}) =>
  PostAsk.parse({
    formKey: newId(),
    city: w.turin.id,
    title: "Who paid for the phone lines?",
    language: "en",
    ...values,
  });
const audits = (id: string) => db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id);
const told = async (id: string, kind: "ask" | "ask-answered" | "ask-due" = "ask") =>
  (
    await db
      .select()
      .from(notifications)
      .where(and(eq(notifications.askId, id), eq(notifications.kind, kind)))
  )
    .map(({ personId }) => personId)
    .sort();
const ids = (...persons: { id: string }[]) => persons.map(({ id }) => id).sort();

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

async function asked(values: Record<string, unknown> = {}) {
  return postAsk(await as(w.asker), question(values));
}
function say(askId: string, author: { id: string }, values: Partial<typeof comments.$inferInsert> = {}) {
  return makeComment({ askId }, w.cohort.id, author.id, { workspaceId: w.turin.id, ...values });
}
async function answered(values: Record<string, unknown> = {}) {
  const { id } = await asked(values);
  const comment = await say(id, w.official, { markdown: "The foundation did.", html: "<p>The foundation did.</p>" });
  await settleAsk(await as(w.asker), { id, comment: comment.id, seen: null });
  return { id, comment };
}

describe("somebody asks a city", () => {
  it("which has two of its working days, and its officials and leads hear of it", async () => {
    const { id } = await asked({ markdown: "For **our** budget." });
    expect(await getAsk(await as(w.member), id)).toMatchObject({
      title: "Who paid for the phone lines?",
      html: "<p>For <strong>our</strong> budget.</p>",
      markdown: null,
      state: "open",
      from: { id: w.bilbao.id },
      to: { id: w.turin.id },
      clock: { dueAt: new Date("2026-11-25T10:00:00Z"), zone: "Europe/Rome", late: false, minutes: 960 },
      abilities: { settle: false, change: false, close: false, attach: false },
    });
    expect(await told(id)).toEqual(ids(w.lead, w.official));
    expect(await audits(id)).toMatchObject([{ action: "ask.post", workspaceId: w.turin.id, actorId: w.asker.id }]);
  });

  it("whose members hear of it while it has neither", async () => {
    const dublin = await makeCity(w.cohort.id);
    const only = await makeMember(w.cohort.id, "member", dublin.id);
    const { id } = await asked({ city: dublin.id });
    expect(await told(id)).toEqual([only.id]);
  });

  it("sees who hears of it and by when before sending", async () => {
    await db.insert(holidays).values({
      workspaceId: w.turin.id,
      onDate: "2026-11-24",
      name: "A day of its own",
      addedBy: w.lead.id,
    });
    const found = await prepareAsk(await as(w.asker), { city: w.turin.slug });
    expect(found).toMatchObject({
      target: { city: { id: w.turin.id } },
      due: { dueAt: new Date("2026-11-26T10:00:00Z") },
      own: false,
    });
    expect(found?.told?.names).toHaveLength(2);
    await db.update(people).set({ awayUntil: "2026-11-30" }).where(sql`id in (${w.lead.id}, ${w.official.id})`);
    expect((await prepareAsk(await as(w.asker), { city: w.turin.slug }))?.told?.away).toBe(true);
    expect(await prepareAsk(await as(w.official), { city: w.turin.slug })).toMatchObject({ target: null, own: true });
  });

  it("asks once with two clicks, also at the same moment", async () => {
    const actor = await as(w.asker);
    const form = question();
    const made = await Promise.all([1, 2, 3].map(() => postAsk(actor, form)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await told(made[0]?.id ?? "")).toHaveLength(2);
  });

  it("may not ask their own city, nor one of another cohort; an observer asks nobody", async () => {
    expect((await refusal(postAsk(await as(w.official), question()))).fields).toHaveProperty("form");
    const far = await makeCity(w.elsewhere.id);
    expect((await refusal(asked({ city: far.id }))).code).toBe("not_found");
    expect((await refusal(postAsk(await as(w.stranger), question()))).code).toBe("not_found");
    expect((await refusal(postAsk(await as(w.observer), question()))).code).toBe("forbidden");
    expect(await prepareAsk(await as(w.observer), { city: w.turin.slug })).toBeNull();
  });

  it("is asked to wait after ten in a day", async () => {
    for (let n = 0; n < RATES.ask.most; n++) await asked();
    expect(await refusal(asked())).toMatchObject({ code: "too_many" });
    expect((await postAsk(await as(w.facilitator), question())).id).toBeDefined();
  });

  it("names one city or one theme, and a question", () => {
    const bare = { formKey: newId(), language: "en" };
    const wrong = (values: object) => PostAsk.safeParse({ ...bare, title: "A question", ...values }).success;
    expect(wrong({ city: w.turin.id })).toBe(true);
    expect(wrong({})).toBe(false);
    expect(wrong({ city: w.turin.id, theme: "food" })).toBe(false);
    expect(wrong({ theme: "magic" })).toBe(false);
    expect(wrong({ city: w.turin.id, title: " " })).toBe(false);
    expect(wrong({ city: w.turin.id, title: "x".repeat(201) })).toBe(false);
    expect(wrong({ city: w.turin.id, markdown: "x".repeat(3001) })).toBe(false);
  });
});

describe("somebody asks about a write-up", () => {
  it("that the cohort reads", async () => {
    const writeUp = await makeWriteUp(w.turin, w.official.id, { document: { title: "Torino Solidale" } });
    const { id } = await asked({ writeUp: writeUp.id });
    expect(await getAsk(await as(w.observer), id)).toMatchObject({ writeUp: { title: "Torino Solidale" } });
    expect(await prepareAsk(await as(w.asker), { writeUp: writeUp.id })).toMatchObject({
      target: { city: { id: w.turin.id } },
      writeUp: { id: writeUp.id },
      kept: false,
    });
  });

  it("that only their own city reads: then it cannot be named", async () => {
    const kept = await makeWriteUp(w.bilbao, w.asker.id, { audience: "city", document: { title: "canary" } });
    expect((await refusal(asked({ writeUp: kept.id }))).fields).toEqual({
      form: { key: "asks.error.writeUpKept", values: undefined },
    });
    expect(await prepareAsk(await as(w.asker), { city: w.turin.slug, writeUp: kept.id })).toMatchObject({
      writeUp: null,
      kept: true,
    });
  });

  it("that they may not read: it is not there", async () => {
    const kept = await makeWriteUp(w.turin, w.official.id, { audience: "city", document: { title: "canary" } });
    expect((await refusal(asked({ writeUp: kept.id }))).fields.form?.key).toBe("asks.error.writeUpUnknown");
    const found = await prepareAsk(await as(w.asker), { writeUp: kept.id });
    expect(found).toMatchObject({ target: null, writeUp: null, kept: false });
  });

  it("and whoever lost the right to read it finds its title nowhere", async () => {
    const writeUp = await makeWriteUp(w.turin, w.official.id, { document: { title: "canary" } });
    const { id, comment } = await answered({ writeUp: writeUp.id });
    await attachAsk(await as(w.official), { id, writeUp: writeUp.id });
    await db.execute(sql`update write_ups set audience = 'city' where id = ${writeUp.id}`);
    for (const person of [w.asker, w.observer, w.facilitator]) {
      const actor = await as(person);
      const seen = JSON.stringify([
        await getAsk(actor, id),
        await listAsks(actor, { show: "answered" }),
        await asksOfCity(actor, w.turin.id),
        await listAsks(actor, { show: "answered", q: "canary" }),
      ]);
      expect(seen).not.toContain("canary");
      expect(seen).toContain(comment.id);
    }
    expect((await getAsk(await as(w.official), id))?.writeUp?.title).toBe("canary");
  });
});

describe("somebody asks those who know a theme", () => {
  it("who say so, and those whose city shared a write-up about it; not their own city's, not observers", async () => {
    const dublin = await makeCity(w.cohort.id);
    const warsaw = await makeCity(w.cohort.id);
    const cook = await makeMember(w.cohort.id, "member", dublin.id);
    const clerk = await makeMember(w.cohort.id, "official", warsaw.id);
    const own = await makeMember(w.cohort.id, "member", w.bilbao.id);
    await db
      .update(people)
      .set({ expertise: "Food banks and their vans" })
      .where(sql`id in (${cook.id}, ${own.id}, ${w.observer.id})`);
    await makeWriteUp(w.turin, w.member.id, { document: { themes: ["food"] } });
    // What Warsaw keeps to itself must not tell by who is chosen.
    await makeWriteUp(warsaw, clerk.id, { audience: "city", document: { themes: ["food"] } });
    const { id } = await asked({ city: "", theme: "food" });
    expect(await told(id)).toEqual(ids(cook, w.lead, w.official));
    expect(await getAsk(await as(w.asker), id)).toMatchObject({ to: null, theme: "food", clock: null, state: "open" });
    const found = await prepareAsk(await as(w.asker), { theme: "food" });
    expect(found?.told?.names[0]).toBe(cook.name);
    expect(found?.told?.cities.map((city) => city.id)).toEqual([dublin.id, w.turin.id]);
    expect(found?.due).toBeNull();
  });

  it("of whom not more than twenty are told", async () => {
    const dublin = await makeCity(w.cohort.id);
    for (let n = 0; n < TOLD_MAX + 3; n++) {
      const person = await makeMember(w.cohort.id, "member", dublin.id);
      await db.update(people).set({ expertise: "Cibo" }).where(eq(people.id, person.id));
    }
    const { id } = await asked({ city: "", theme: "food" });
    expect(await told(id)).toHaveLength(TOLD_MAX);
  });
});

describe("the asker", () => {
  const change = (id: string, title = "Who paid for the lines?") =>
    ChangeAsk.parse({ id, title, markdown: "", language: "en" });

  it("changes the question as long as nobody else has said anything", async () => {
    const { id } = await asked();
    await changeAsk(await as(w.asker), change(id));
    expect(await getAsk(await as(w.asker), id)).toMatchObject({ title: "Who paid for the lines?", markdown: "" });
    expect((await refusal(changeAsk(await as(w.official), change(id)))).code).toBe("forbidden");
    expect((await refusal(changeAsk(await as(w.stranger), change(id)))).code).toBe("not_found");
    expect((await audits(id)).map(({ action }) => action)).toEqual(["ask.post", "ask.change"]);
    await say(id, w.asker, { workspaceId: w.bilbao.id });
    await changeAsk(await as(w.asker), change(id, "Again"));
    await say(id, w.member);
    expect((await refusal(changeAsk(await as(w.asker), change(id)))).fields.form?.key).toBe(
      "asks.error.answeredMeanwhile",
    );
  });

  it("and whoever changes it without an end is asked to wait", async () => {
    const { id } = await asked();
    await useUp(w.asker.id, "ask-change");
    expect((await refusal(changeAsk(await as(w.asker), change(id)))).code).toBe("too_many");
    expect((await getAsk(await as(w.asker), id))?.title).toBe("Who paid for the phone lines?");
  });

  it("says what answers it, another one later, or that it is open still", async () => {
    const { id, comment } = await answered();
    expect(await getAsk(await as(w.observer), id)).toMatchObject({
      state: "answered",
      clock: null,
      answer: { id: comment.id, author: w.official.name, html: "<p>The foundation did.</p>" },
    });
    expect(await told(id, "ask-answered")).toEqual([w.official.id]);
    const better = await say(id, w.member);
    await settleAsk(await as(w.asker), { id, comment: better.id, seen: comment.id });
    expect((await getAsk(await as(w.asker), id))?.answer?.id).toBe(better.id);
    await unsettleAsk(await as(w.asker), { id, seen: better.id });
    expect(await getAsk(await as(w.asker), id)).toMatchObject({ state: "replied", answer: null });
    expect((await audits(id)).map(({ action }) => action)).toEqual([
      "ask.post",
      "ask.settle",
      "ask.settle",
      "ask.unsettle",
    ]);
  });

  it("who marks, unmarks, closes and opens it without an end is asked to wait, and nobody hears of it any more", async () => {
    const { id } = await asked();
    const [asker, said] = [await as(w.asker), await say(id, w.official)];
    for (let n = 0; n < RATES["ask-change"].most / 2; n++) {
      await settleAsk(asker, { id, comment: said.id, seen: null });
      await unsettleAsk(asker, { id, seen: said.id });
    }
    const heard = async () => (await told(id, "ask-answered")).length;
    const before = await heard();
    for (const again of [
      () => settleAsk(asker, { id, comment: said.id, seen: null }),
      () => closeAsk(asker, { id, words: "Enough", formKey: newId() }),
      () => reopenAsk(asker, { id }),
    ])
      expect((await refusal(again())).code).toBe("too_many");
    expect(await heard()).toBe(before);
  });

  it("closes it with words, which stand in the conversation, and opens it again", async () => {
    const { id } = await asked();
    const form = { id, words: "We found it in your budget.", formKey: newId() };
    await closeAsk(await as(w.asker), form);
    await closeAsk(await as(w.asker), form);
    expect(await getAsk(await as(w.official), id)).toMatchObject({ state: "closed", clock: null, said: 1 });
    expect(await asksForMyCity(await as(w.official))).toEqual([]);
    await reopenAsk(await as(w.asker), { id });
    expect((await getAsk(await as(w.official), id))?.state).toBe("open");
    expect((await audits(id)).map(({ action }) => action)).toEqual(["ask.post", "ask.close", "ask.reopen"]);
    expect((await refusal(closeAsk(await as(w.official), { ...form, words: "" }))).code).toBe("forbidden");
    await closeAsk(await as(w.facilitator), { id, words: "", formKey: newId() });
    expect((await getAsk(await as(w.official), id))?.closed?.by).toBe(w.facilitator.name);
  });
});

describe("the city that was asked", () => {
  it("marks what answers it, and the asker hears of it", async () => {
    const { id } = await asked();
    const comment = await say(id, w.member);
    await settleAsk(await as(w.lead), { id, comment: comment.id, seen: null });
    expect(await told(id, "ask-answered")).toEqual(ids(w.asker, w.member));
    expect((await refusal(settleAsk(await as(w.member), { id, comment: comment.id, seen: null }))).code).toBe(
      "forbidden",
    );
    expect((await refusal(settleAsk(await as(w.stranger), { id, comment: comment.id, seen: null }))).code).toBe(
      "not_found",
    );
  });

  it("is not late once it has said something", async () => {
    const { id } = await asked();
    vi.mocked(clock.now).mockReturnValue(new Date("2026-11-25T13:00:00Z"));
    expect(await getAsk(await as(w.asker), id)).toMatchObject({ state: "open", clock: { late: true, minutes: 180 } });
    await say(id, w.facilitator, { workspaceId: null });
    expect((await getAsk(await as(w.asker), id))?.state).toBe("open");
    expect(await asksToDo(await as(w.official))).toMatchObject([{ id }]);
    await say(id, w.member);
    expect(await getAsk(await as(w.asker), id)).toMatchObject({ state: "replied", clock: null });
    expect(await asksToDo(await as(w.official))).toEqual([]);
  });

  it("and the asker who mark different answers at once: the second is told", async () => {
    const { id } = await asked();
    const [one, two] = [await say(id, w.member), await say(id, w.official)];
    await settleAsk(await as(w.asker), { id, comment: one.id, seen: null });
    expect((await refusal(settleAsk(await as(w.lead), { id, comment: two.id, seen: null }))).fields.form?.key).toBe(
      "asks.error.settledMeanwhile",
    );
    await settleAsk(await as(w.asker), { id, comment: one.id, seen: null });
    expect((await getAsk(await as(w.lead), id))?.answer?.id).toBe(one.id);
  });
});

describe("an answer that is not there any more", () => {
  it("leaves the ask open, and answers again when it is shown again", async () => {
    const { id, comment } = await answered();
    await db.execute(
      sql`update comments set hidden_at = now(), hidden_by = ${w.lead.id}, hidden_reason = 'A name' where id = ${comment.id}`,
    );
    for (const person of [w.asker, w.official, w.lead]) {
      const ask = await getAsk(await as(person), id);
      expect(ask).toMatchObject({ state: "open", answer: null });
      expect(JSON.stringify(ask)).not.toContain("foundation");
    }
    expect((await listAsks(await as(w.asker), { show: "answered" })).items).toEqual([]);
    expect((await listAsks(await as(w.asker), { show: "open", q: "foundation" })).items).toEqual([]);
    expect(await countAsks(await as(w.asker))).toEqual({ open: 1, mine: 1, answered: 0, closed: 0, all: 1 });
    await db.execute(
      sql`update comments set hidden_at = null, hidden_by = null, hidden_reason = null where id = ${comment.id}`,
    );
    expect((await getAsk(await as(w.asker), id))?.state).toBe("answered");
    await db.execute(
      sql`update comments set deleted_at = now(), deleted_by = author_id, markdown = '', html = '' where id = ${comment.id}`,
    );
    expect((await getAsk(await as(w.asker), id))?.state).toBe("open");
  });

  it("cannot be marked, nor can what was said elsewhere", async () => {
    const { id } = await asked();
    const hidden = await say(id, w.member, { hiddenAt: NOW, hiddenBy: w.lead.id, hiddenReason: "A name" });
    const other = await asked();
    const elsewhere = await say(other.id, w.member);
    for (const { id: comment } of [hidden, elsewhere])
      expect((await refusal(settleAsk(await as(w.asker), { id, comment, seen: null }))).code).toBe("not_found");
  });
});

describe("question and answer on a write-up", () => {
  it("of the city that answered, which chooses one of its own, for those who read both", async () => {
    const writeUp = await makeWriteUp(w.turin, w.official.id, { audience: "public", document: { title: "Solidale" } });
    const { id } = await answered();
    const mine = await getAsk(await as(w.official), id);
    expect(mine).toMatchObject({ abilities: { attach: true }, attachable: [{ id: writeUp.id, title: "Solidale" }] });
    await attachAsk(await as(w.official), { id, writeUp: writeUp.id });
    expect(await attachedTo(await as(w.observer), writeUp.id)).toMatchObject([
      {
        id,
        title: "Who paid for the phone lines?",
        from: { id: w.bilbao.id },
        answer: { author: w.official.name, city: { id: w.turin.id }, html: "<p>The foundation did.</p>" },
      },
    ]);
    for (const reader of [null, await as(w.stranger), await as(await makePerson())])
      expect(await attachedTo(reader, writeUp.id)).toEqual([]);
    await detachAsk(await as(w.lead), { id });
    expect(await attachedTo(await as(w.observer), writeUp.id)).toEqual([]);
    expect((await audits(id)).slice(2)).toMatchObject([
      { action: "ask.attach", workspaceId: w.turin.id, detail: { writeUpId: writeUp.id } },
      { action: "ask.detach", workspaceId: w.turin.id },
    ]);
  });

  it("is put there and taken off only so often an hour", async () => {
    const writeUp = await makeWriteUp(w.turin, w.official.id, { audience: "public", document: { title: "Solidale" } });
    const { id } = await answered();
    await attachAsk(await as(w.lead), { id, writeUp: writeUp.id });
    await useUp(w.official.id, "ask-change");
    const actor = await as(w.official);
    expect((await refusal(attachAsk(actor, { id, writeUp: writeUp.id }))).code).toBe("too_many");
    expect((await refusal(detachAsk(actor, { id }))).code).toBe("too_many");
    expect(await attachedTo(await as(w.observer), writeUp.id)).toHaveLength(1);
  });

  it("is nobody else's to put there, and no write-up that only the city reads holds them", async () => {
    const [theirs, kept, other] = [
      await makeWriteUp(w.turin, w.official.id),
      await makeWriteUp(w.turin, w.official.id, { audience: "city" }),
      await makeWriteUp(w.bilbao, w.asker.id),
    ];
    const { id } = await answered();
    const bilbaos = await makeMember(w.cohort.id, "official", w.bilbao.id);
    expect((await refusal(attachAsk(await as(w.member), { id, writeUp: theirs.id }))).code).toBe("forbidden");
    expect((await refusal(attachAsk(await as(bilbaos), { id, writeUp: other.id }))).code).toBe("forbidden");
    expect((await refusal(attachAsk(await as(w.official), { id, writeUp: kept.id }))).fields).toHaveProperty("form");
    expect((await refusal(attachAsk(await as(w.official), { id, writeUp: "" }))).fields).toHaveProperty("writeUp");
    const open = await asked();
    expect((await refusal(attachAsk(await as(w.official), { id: open.id, writeUp: theirs.id }))).code).toBe("invalid");
    expect((await refusal(detachAsk(await as(w.member), { id }))).code).toBe("forbidden");
    expect((await refusal(detachAsk(await as(w.stranger), { id }))).code).toBe("not_found");
  });

  it("go from it when another answer counts, and while the answer is hidden", async () => {
    const writeUp = await makeWriteUp(w.turin, w.official.id);
    const { id, comment } = await answered({ writeUp: writeUp.id });
    await attachAsk(await as(w.lead), { id, writeUp: writeUp.id });
    const hide = (at: string) =>
      db.execute(sql`update comments set hidden_at = ${sql.raw(at)}, hidden_by = case when ${sql.raw(at)} is null then null else ${w.lead.id} end,
        hidden_reason = case when ${sql.raw(at)} is null then null else 'A name' end where id = ${comment.id}`);
    await hide("now()");
    expect(await attachedTo(await as(w.official), writeUp.id)).toEqual([]);
    await hide("null");
    expect(await attachedTo(await as(w.official), writeUp.id)).toHaveLength(1);
    const better = await say(id, w.member);
    await settleAsk(await as(w.asker), { id, comment: better.id, seen: comment.id });
    expect(await attachedTo(await as(w.official), writeUp.id)).toEqual([]);
  });
});

describe("the lists", () => {
  it("show what waits for one's city first, then one's own, then the rest; counted for the reader", async () => {
    const dublin = await makeCity(w.cohort.id);
    const { id } = await asked();
    const rest = await asked({ city: dublin.id });
    const bySara = await postAsk(await as(w.member), question({ city: w.bilbao.id }));
    const actor = await as(w.member);
    const list = (items: { id: string }[]) => items.map((item) => item.id);
    expect(list(await asksForMyCity(actor))).toEqual([id]);
    expect(list(await myOpenAsks(actor))).toEqual([bySara.id]);
    expect(list((await listAsks(actor, { show: "open" }, { besides: true })).items)).toEqual([rest.id]);
    expect(await countAsks(actor)).toEqual({ open: 3, mine: 1, answered: 0, closed: 0, all: 3 });
    expect(await countAsks(await as(w.stranger))).toEqual({ open: 0, mine: 0, answered: 0, closed: 0, all: 0 });
  });

  it("are narrowed by city, theme and words of question or answer", async () => {
    const { id } = await answered({ title: "Quién pagó las líneas?" });
    const food = await asked({ city: "", theme: "food", title: "Vouchers or boxes?" });
    const actor = await as(w.observer);
    const found = async (filters: object) =>
      (await listAsks(actor, { show: "answered", ...filters })).items.map((item) => item.id);
    expect(await found({ q: "quien LINEAS" })).toEqual([id]);
    expect(await found({ q: "foundation" })).toEqual([id]);
    expect(await found({ q: "100%" })).toEqual([]);
    expect(await found({ city: w.turin.slug })).toEqual([id]);
    expect(await found({ city: w.bilbao.slug })).toEqual([]);
    expect(await found({ show: "open", theme: "food" })).toEqual([food.id]);
    expect(await found({ show: "open", theme: "housing" })).toEqual([]);
  });

  it("go on page by page, each once", async () => {
    await db.insert(asks).values(
      Array.from({ length: 35 }, (_, n) => ({
        cohortId: w.cohort.id,
        askerId: w.asker.id,
        toWorkspaceId: w.turin.id,
        language: "en",
        title: `Question ${n}`,
        createdAt: new Date(NOW.getTime() - Math.floor(n / 2) * 1000),
      })),
    );
    const actor = await as(w.observer);
    const first = await listAsks(actor, { show: "open" });
    const second = await listAsks(actor, { show: "open" }, { after: first.after ?? "" });
    expect(first.items).toHaveLength(30);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(35);
    expect(second.after).toBeNull();
  });

  it("go on from one of another cohort no further than from one that never was", async () => {
    const { id } = await asked();
    const theirs = await makeAsk(w.elsewhere.id, w.stranger.id, null, { createdAt: new Date(NOW.getTime() + 1000) });
    const goOn = async (after: string) => (await listAsks(await as(w.asker), { show: "all" }, { after })).items;
    expect((await listAsks(await as(w.asker), { show: "all" })).items.map((ask) => ask.id)).toEqual([id]);
    expect([await goOn(theirs.id), await goOn(newId())]).toEqual([[], []]);
  });

  it("do not exist for another cohort, for whoever left, nor for the public", async () => {
    const { id } = await answered();
    const left = await makePerson();
    await makeMembership(left.id, w.cohort.id, "lead", w.turin.id, new Date(NOW.getTime() - 1000));
    for (const person of [w.stranger, left]) {
      const actor = await as(person);
      expect(await getAsk(actor, id)).toBeNull();
      expect((await listAsks(actor, { show: "answered" })).items).toEqual([]);
      expect(await asksOfCity(actor, w.turin.id)).toEqual([]);
    }
  });
});
