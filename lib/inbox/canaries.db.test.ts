import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
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
import { appeals, type comments, mailNotifications, mails, notifications, sessions, writeUps } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import type { Thing } from "@/lib/follows/types";
import { type Composed, letterHtml, letterText } from "@/lib/mail/letter";
import { digestLetter } from "./digest-letter";
import { NEWS_IN_FULL, NOTIFICATION_KINDS } from "./limits";
import { mailToken } from "./mail-token";
import { newsLetter } from "./news-letter";
import { getNews, listInbox } from "./queries";
import { getMailChoice } from "./rhythm";

const canary = (place: string) => `canary-${place}`;

/** A cohort in which everything that may be hidden is, with a word in each place. */
async function world() {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const warsaw = await makeCity(cohort.id);
  const author = await makeMember(cohort.id, "official", turin.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  const titled = (place: string) => ({ title: canary(place), card: canary(place) });
  const draft = await makeWriteUp(turin, author.id, { audience: "draft", document: titled("draft") });
  const kept = await makeWriteUp(turin, author.id, { audience: "city", document: titled("city") });
  const taken = await makeWriteUp(turin, author.id, { audience: "city", document: titled("taken") });
  await db
    .update(writeUps)
    .set({ withdrawnFrom: "cohort", withdrawnAt: sql`now()`, withdrawnReason: canary("reason") })
    .where(sql`id = ${taken.id}`);
  const open = await makeWriteUp(turin, author.id, {
    documents: { city: titled("work"), cohort: { title: "Shared by Turin" } },
  });
  await db
    .update(writeUps)
    .set({ returnedNote: canary("returned") })
    .where(sql`id = ${open.id}`);
  const inside = await makeComment({ writeUpId: open.id }, cohort.id, author.id, {
    audience: "city",
    workspaceId: turin.id,
    markdown: canary("inside"),
    html: `<p>${canary("inside")}</p>`,
  });
  const session = await makeSession(cohort.id, facilitator.id, [turin], { title: canary("session") });
  await db
    .update(sessions)
    .set({ status: "draft", joinUrl: `https://example.org/${canary("join")}` })
    .where(sql`id = ${session.id}`);
  const commitment = await makeCommitment(turin, author.id, { what: canary("commitment") });
  const said = (place: string, values: Partial<typeof comments.$inferInsert> = {}) =>
    makeComment({ writeUpId: open.id }, cohort.id, author.id, {
      markdown: canary(place),
      html: `<p>${canary(place)}</p>`,
      ...values,
    });
  const hidden = await said("hidden", { hiddenAt: new Date(), hiddenBy: facilitator.id, hiddenReason: canary("why") });
  await db
    .insert(appeals)
    .values({ commentId: hidden.id, note: canary("appeal"), answer: canary("answer"), ...decidedBy(author) });
  const removed = await said("removed", { markdown: "", html: "", deletedAt: new Date(), deletedBy: author.id });
  const underHidden = await said("", {
    markdown: "An answer that stands",
    html: "<p>An answer that stands</p>",
    parentId: hidden.id,
  });
  const secret = { section: "problem", language: "en", quote: canary("passage"), before: "", after: "", start: 0 };
  const onKept = await said("", {
    markdown: "On a passage of the city",
    html: "<p>On a passage of the city</p>",
    passage: secret,
  });
  const theirs = await makeCohort();
  const asked = await makeAsk(theirs.id, (await makeMember(theirs.id, "facilitator")).id, await makeCity(theirs.id), {
    title: canary("ask"),
    markdown: canary("ask"),
    html: `<p>${canary("ask")}</p>`,
  });
  const things = [
    { writeUpId: draft.id },
    { writeUpId: kept.id },
    { writeUpId: taken.id },
    { writeUpId: open.id },
    { writeUpId: open.id, commentId: inside.id },
    { sessionId: session.id },
    { commitmentId: commitment.id },
    { writeUpId: open.id, commentId: hidden.id },
    { writeUpId: open.id, commentId: removed.id },
    { writeUpId: open.id, commentId: underHidden.id },
    { writeUpId: open.id, commentId: onKept.id },
    { askId: asked.id },
  ];
  return { cohort, turin, warsaw, things };
}

function decidedBy(by: { id: string }) {
  return { decidedAt: new Date(), decidedBy: by.id, decision: "kept" } as const;
}

function allOf(composed: Composed): string {
  if ("dropped" in composed) return "";
  return `${letterText(composed.letter)}${letterHtml(composed.letter)}${JSON.stringify(composed.letter)}`;
}

test("no mail and no line of an Inbox holds a word that its reader may not read, whatever it tells of", async () => {
  const { cohort, turin, warsaw, things } = await world();
  const elsewhere = await makeCohort();
  const left = await makePerson();
  await makeMembership(left.id, cohort.id, "lead", turin.id, new Date(Date.now() - 1000));
  const lesser = {
    peer: await makeMember(cohort.id, "lead", warsaw.id),
    observer: await makeMember(cohort.id, "observer"),
    stranger: await makeMember(elsewhere.id, "admin"),
    outsider: await makePerson(),
    left,
  };
  for (const [who, person] of Object.entries(lesser)) {
    const rows = await db
      .insert(notifications)
      .values(NOTIFICATION_KINDS.flatMap((kind) => things.map((thing) => ({ ...thing, kind, personId: person.id }))))
      .returning({ id: notifications.id });
    const actor = await actorOf(person.id);
    let told = "";
    for (let at = 0; at < rows.length; at += NEWS_IN_FULL) {
      const [mail] = await db
        .insert(mails)
        .values({ kind: "news", toEmail: person.email, personId: person.id })
        .returning({ id: mails.id });
      const mailId = mail?.id ?? "";
      const some = rows.slice(at, at + NEWS_IN_FULL);
      await db.insert(mailNotifications).values(some.map(({ id }) => ({ notificationId: id, mailId })));
      told += [await newsLetter(mailId, person.id), await digestLetter(mailId, person.id)].map(allOf).join();
    }
    const token = (thing: Thing) => getMailChoice(mailToken(person.id, thing));
    const choices = await Promise.all(things.map(({ commentId: _, ...thing }) => token(thing as Thing)));
    const inbox = JSON.stringify([await listInbox(actor), await getNews(actor, rows[0]?.id), choices]);
    // Of the cohort's own commitments the cohort reads.
    const readable = who === "peer" || who === "observer" ? [canary("commitment")] : [];
    const found = new Set(`${told}${inbox}`.match(/canary-\w+/g));
    expect(
      [...found].filter((word) => !readable.includes(word)),
      who,
    ).toEqual([]);
    // The test would find a word: what is shared is told.
    for (const shared of ["Shared by Turin", "An answer that stands", "On a passage of the city"])
      expect(told.includes(shared), who).toBe(readable.length > 0);
  }
});
