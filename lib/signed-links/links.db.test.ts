import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePoll, makeSession } from "@/db/factories";
import { answers, auditLog, mails, memberships, rateLimits, sessions, signedLinks, votes } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { tokenFor } from "@/lib/auth/tokens";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { letterText } from "@/lib/mail/letter";
import { finalisePoll } from "@/lib/polls/finalise";
import { pollLetter } from "@/lib/polls/letter";
import { clock } from "@/lib/time/now";
import type { SignedLinkPurpose } from "./limits";
import { linkFor } from "./link-for";
import { answerByLink, renewLink, voteByLink } from "./mutations";
import { listOwnLinks } from "./own";
import { getLinkPage } from "./queries";
import { readLink } from "./read";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  const anna = await makeMember(cohort.id, "official", turin.id);
  const bruno = await makeMember(cohort.id, "member", turin.id);
  const values = { status: "polling", title: "Secret title" } as const;
  const session = await makeSession(cohort.id, facilitator.id, [turin], values);
  const poll = await makePoll(session, facilitator.id);
  const other = await makeSession(cohort.id, facilitator.id, [turin], values);
  const otherPoll = await makePoll(other, facilitator.id);
  const planned = await makeSession(cohort.id, facilitator.id, [turin], {
    title: "Secret title",
    startsAt: new Date(Date.now() + 5 * 86_400_000),
  });
  return { cohort, facilitator, anna, bruno, session, poll, other, otherPoll, planned };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function tokenOf(purpose: SignedLinkPurpose = "vote", person = w.anna) {
  const sessionId = purpose === "vote" ? w.session.id : w.planned.id;
  const path = await linkFor(db, { purpose, personId: person.id, sessionId, days: 14 });
  return path.replace("/links/", "");
}

const ballot = (poll = w.poll) => ({ optionId: poll.options[0]?.id ?? "", vote: "yes" as const });
const end = () => db.update(memberships).set({ untilAt: new Date() }).where(eq(memberships.personId, w.anna.id));
const queued = () => db.select().from(mails).where(eq(mails.personId, w.anna.id));

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw new Error(`expected a refusal, got ${error}`);
}

describe("the link in a mail", () => {
  it("lets its person vote, and the trace says that it came by a link", async () => {
    await voteByLink({ token: await tokenOf(), vote: ballot() });
    expect(await db.select().from(votes).where(eq(votes.pollId, w.poll.id))).toMatchObject([
      { personId: w.anna.id, vote: "yes" },
    ]);
    const [trace] = await db.select().from(auditLog).where(eq(auditLog.subjectId, w.session.id));
    expect(trace).toMatchObject({ action: "poll.vote", actorId: w.anna.id, detail: { by: "link" } });
  });

  it("lets its person answer", async () => {
    await answerByLink({ token: await tokenOf("answer"), answer: "going" });
    expect(await db.select().from(answers).where(eq(answers.sessionId, w.planned.id))).toMatchObject([
      { personId: w.anna.id, answer: "going" },
    ]);
  });

  it("cannot vote on another session, as another person, or answer where it is for a vote", async () => {
    const token = await tokenOf();
    expect((await refusal(voteByLink({ token, vote: ballot(w.otherPoll) }))).fields.form?.key).toBe(
      "polls.error.optionGone",
    );
    expect((await refusal(answerByLink({ token, answer: "going" }))).fields.form?.key).toBe("links.error.gone");
    const answer = await tokenOf("answer");
    expect((await refusal(voteByLink({ token: answer, vote: ballot() }))).fields.form?.key).toBe("links.error.gone");
    const [mine] = token.split(".");
    const [, signature] = (await tokenOf("vote", w.bruno)).split(".");
    for (const forged of [`${mine}.${signature}`, `${mine}`, "", tokenFor("invitation", mine ?? ""), `${token}x`])
      expect((await refusal(voteByLink({ token: forged, vote: ballot() }))).fields.form?.key).toBe("links.error.gone");
    expect(await db.select().from(votes).where(eq(votes.pollId, w.poll.id))).toHaveLength(0);
  });

  it("shows what its person may know at this moment, and nothing when their membership has ended", async () => {
    const token = await tokenOf();
    expect(await getLinkPage(token)).toMatchObject({
      kind: "vote",
      name: w.anna.name,
      poll: { title: "Secret title" },
    });
    await end();
    const page = await getLinkPage(token);
    expect(page).toEqual({ kind: "gone", why: "ended", session: null });
    expect((await refusal(voteByLink({ token, vote: ballot() }))).code).toBe("not_found");
  });

  it("writes nothing at all when its token is made up, however often it is tried", async () => {
    const before = await db.$count(rateLimits);
    for (const token of [`${newId()}.x`, `${newId()}.y`]) {
      await refusal(voteByLink({ token, vote: ballot() }));
      await renewLink({ token });
    }
    expect(await db.$count(rateLimits)).toBe(before);
  });

  it("is forged, expired or taken back without a word about the session", async () => {
    const token = await tokenOf();
    for (const forged of ["", "x", `${newId()}.x`, tokenFor("link", newId())])
      expect(await getLinkPage(forged)).toEqual({ kind: "gone", why: "forged", session: null });
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 3_600_000));
    await db.update(signedLinks).set({ expiresAt: new Date() }).where(eq(signedLinks.personId, w.anna.id));
    expect(await getLinkPage(token)).toEqual({ kind: "gone", why: "expired", session: null });
    await db.update(signedLinks).set({ revokedAt: new Date() }).where(eq(signedLinks.personId, w.anna.id));
    expect(await getLinkPage(token)).toEqual({ kind: "gone", why: "revoked", session: null });
    expect((await refusal(voteByLink({ token, vote: ballot() }))).fields.form?.key).toBe("links.error.gone");
  });

  it("is over when the vote is decided, and then says to its person what came of it", async () => {
    const token = await tokenOf();
    await finalisePoll(await actorOf(w.facilitator.id), { id: w.session.id, option: ballot().optionId });
    expect(await readLink(token)).toMatchObject({ state: "over" });
    expect(await getLinkPage(token)).toMatchObject({ kind: "gone", why: "over", session: { status: "scheduled" } });
    expect((await refusal(voteByLink({ token, vote: ballot() }))).fields.form?.key).toBe("links.error.over");
    await end();
    expect(await getLinkPage(token)).toEqual({ kind: "gone", why: "ended", session: null });
  });

  it("is over when the deadline or the session has passed, or the session is cancelled", async () => {
    const [vote, answer] = [await tokenOf(), await tokenOf("answer")];
    vi.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 2 * 86_400_000));
    expect((await readLink(vote)).state).toBe("over");
    expect((await readLink(answer)).state).toBe("good");
    await db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, w.planned.id));
    expect((await readLink(answer)).state).toBe("over");
  });
});

describe("somebody who asks for another link", () => {
  async function spoil() {
    const token = await tokenOf();
    await db
      .update(signedLinks)
      .set({ expiresAt: new Date(0) })
      .where(eq(signedLinks.personId, w.anna.id));
    return token;
  }

  it("gets one to the same address, which works, while the old one is taken back", async () => {
    const token = await spoil();
    await renewLink({ token });
    const [mail] = await queued();
    expect(mail).toMatchObject({ kind: "poll", toEmail: w.anna.email, sessionId: w.session.id });
    const composed = mail && (await pollLetter(mail));
    const text = composed && "letter" in composed ? letterText(composed.letter) : "";
    const fresh = /\/links\/(\S+)/.exec(text)?.[1] ?? "";
    expect(fresh).not.toBe(token);
    expect((await readLink(fresh)).state).toBe("good");
    expect((await readLink(token)).state).toBe("revoked");
    await renewLink({ token });
    expect(await queued()).toHaveLength(1);
    const traces = await db.select().from(auditLog).where(eq(auditLog.action, "link.renew"));
    expect(traces.filter((trace) => trace.actorId === w.anna.id)).toHaveLength(1);
  });

  it("gets one for their answer when the session's time is settled", async () => {
    await renewLink({ token: await tokenOf("answer") });
    const [mail] = await queued();
    const composed = mail && (await pollLetter(mail));
    expect(composed && "letter" in composed ? composed.letter.subject : "").toBe("Are you coming? Secret title");
    const found = await db
      .select()
      .from(signedLinks)
      .where(and(eq(signedLinks.personId, w.anna.id), eq(signedLinks.purpose, "answer")));
    expect(found.map(({ revokedAt }) => revokedAt === null).sort()).toEqual([false, true]);
  });

  it("gets none, and the same answer, when it was forged, is over, or they have left", async () => {
    const token = await spoil();
    await renewLink({ token: "forged" });
    await renewLink({ token: tokenFor("link", newId()) });
    await end();
    await renewLink({ token });
    await db.update(sessions).set({ status: "cancelled" }).where(eq(sessions.id, w.session.id));
    await renewLink({ token });
    expect(await queued()).toHaveLength(0);
  });

  it("may try a few times an hour only", async () => {
    const token = await spoil();
    const tries: string[] = [];
    // Twice as many as an hour allows: a new one may begin in between.
    for (let n = 0; n < 11; n++)
      tries.push(
        await renewLink({ token }).then(
          () => "sent",
          (error: AppError) => error.code,
        ),
      );
    expect(tries.slice(0, 5)).toEqual(Array(5).fill("sent"));
    expect(tries).toContain("too_many");
  });
});

it("a link that still holds is used again, and holds longer; one for another thing is another", async () => {
  const wanted = { purpose: "vote", personId: w.anna.id, sessionId: w.session.id } as const;
  const first = await linkFor(db, { ...wanted, days: 1 });
  expect(await linkFor(db, { ...wanted, days: 30 })).toBe(first);
  expect(await linkFor(db, { ...wanted, days: 2 })).toBe(first);
  const [row] = await db.select().from(signedLinks).where(eq(signedLinks.personId, w.anna.id));
  expect(row?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  for (const other of [{ purpose: "answer" as const }, { personId: w.bruno.id }, { sessionId: w.other.id }])
    expect(await linkFor(db, { ...wanted, days: 1, ...other })).not.toBe(first);
});

it("shows a person their links by the day on which they end, the longest first", async () => {
  const of = { purpose: "answer", personId: w.anna.id } as const;
  for (const [days, { id: sessionId }] of [
    [14, w.planned],
    [30, w.session],
    [3, w.other],
  ] as const)
    await linkFor(db, { ...of, sessionId, days });
  const ends = (await listOwnLinks(await actorOf(w.anna.id))).map(({ expiresAt }) => expiresAt.getTime());
  expect(ends).toHaveLength(3);
  expect(ends).toEqual(ends.toSorted((one, other) => other - one));
});
