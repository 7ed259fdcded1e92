import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePoll, makeSession } from "@/db/factories";
import { mails, memberships, people, polls, sessions, signedLinks } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { letterText } from "@/lib/mail/letter";
import { readLink } from "@/lib/signed-links/read";
import { askForVotes } from "./ask";
import { pollLetter } from "./letter";
import { castVote } from "./mutations";

async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id, { name: "Turin", localName: "Torino" });
  const dublin = await makeCity(cohort.id, { name: "Dublin", zone: "Europe/Dublin", localName: "Dublin" });
  const francisco = await makeCity(cohort.id, { name: "San Francisco", zone: "America/Los_Angeles" });
  const facilitator = await makeMember(cohort.id, "facilitator");
  const member = await makeMember(cohort.id, "member", dublin.id);
  await db.update(people).set({ zone: "Europe/Dublin" }).where(eq(people.id, member.id));
  const session = await makeSession(cohort.id, facilitator.id, [turin, dublin, francisco], {
    status: "polling",
    title: "Volunteers",
  });
  const poll = await makePoll(session, facilitator.id, [10, 11]);
  return { cohort, turin, dublin, facilitator, member, session, poll };
}
let w: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  w = await world();
});

async function queued(kind: "poll-opened" | "poll-reminder" = "poll-opened") {
  const ask = { kind, sessionId: w.session.id, actorId: w.facilitator.id, personIds: [w.member.id] };
  await db.transaction((tx) => askForVotes(tx, ask));
  const [mail] = await db.select().from(mails).where(eq(mails.personId, w.member.id));
  if (!mail) throw new Error("no mail");
  return mail;
}

async function letter(kind?: "poll-opened" | "poll-reminder") {
  const composed = await pollLetter(await queued(kind));
  if ("dropped" in composed) throw new Error(`dropped: ${composed.dropped}`);
  return composed.letter;
}

it("a voter reads every option on their own clock first, then the organiser's, with its end, and a link", async () => {
  const written = await letter();
  expect(written.subject).toBe("When can you come? Volunteers");
  const text = letterText(written).replaceAll("\u2060", "");
  const year = new Date(Date.now() + 10 * 86_400_000).getUTCFullYear();
  expect(
    text.match(new RegExp(`${year}, 1[56]:00–1[67]:30 in Dublin\\.\\n.+’s clock: 1[67]:00–1[78]:30 in Turin`, "g")),
  ).toHaveLength(2);
  expect(text).toContain("/links/");
  expect(text).not.toContain("San Francisco");
});

it("the link in it is this person's, for this vote, and the next letter has the same one", async () => {
  const first = letterText(await letter());
  const token = /\/links\/(\S+)/.exec(first)?.[1] ?? "";
  expect(await readLink(token)).toMatchObject({
    state: "good",
    purpose: "vote",
    personId: w.member.id,
    about: { sessionId: w.session.id },
  });
  expect(letterText(await letter("poll-reminder"))).toContain(token);
  expect(await db.select().from(signedLinks).where(eq(signedLinks.personId, w.member.id))).toHaveLength(1);
});

it("a reminder says so", async () => {
  expect((await letter("poll-reminder")).subject).toBe("Your vote is missing: Volunteers");
});

it("nobody gets it who has voted, whose access has ended, or when the vote is over", async () => {
  const mail = await queued();
  await db.update(polls).set({ closesAt: new Date() }).where(eq(polls.id, w.poll.id));
  expect(await pollLetter(mail)).toEqual({ dropped: "over" });
  await db
    .update(polls)
    .set({ closesAt: new Date(Date.now() + 60_000) })
    .where(eq(polls.id, w.poll.id));
  const optionId = w.poll.options[0]?.id ?? "";
  await castVote(await actorOf(w.member.id), { id: w.session.id, vote: { optionId, vote: "no" } });
  expect(await pollLetter(mail)).toEqual({ dropped: "has voted" });
  await db.update(sessions).set({ status: "scheduled" }).where(eq(sessions.id, w.session.id));
  expect(await pollLetter(mail)).toEqual({ dropped: "over" });
  await db.update(memberships).set({ untilAt: new Date() }).where(eq(memberships.personId, w.member.id));
  expect(await pollLetter(mail)).toEqual({ dropped: "access ended" });
  expect(await db.select().from(signedLinks).where(eq(signedLinks.personId, w.member.id))).toHaveLength(0);
});
