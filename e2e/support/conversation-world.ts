import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  makeAsk,
  makeCity,
  makeComment,
  makeMember,
  makeMembership,
  makePerson,
  makeSession,
  makeWriteUp,
} from "@/db/factories";
import {
  appeals,
  asks,
  commentEdits,
  commentReactions,
  type comments,
  notifications,
  people,
  reports,
  writeUpTexts,
} from "@/db/schema";
import { mailToken } from "@/lib/inbox/mail-token";
import { anchorFrom } from "@/lib/passages/anchor";
import { atComment, commentLinkFor } from "@/lib/signed-links/link-for";
import type { World } from "./test";

const FIRST = "We had two lists of households, and neither was right.";
const TEXT = `${FIRST} The parishes kept a third one, on paper.`;
const RIGHT_TO_LEFT = "محمد عبد الله";

/** Everything that people can say to each other, once: about one write-up, in a session, to a city and beside a moderator. */
export async function talkedAbout(world: World) {
  const { cohort, city } = world;
  const elsewhere = await makeCity(cohort.id, { name: "Elsewhere", localName: "Elsewhere" });
  const [official, lead, facilitator, observer] = await Promise.all([
    world.person("official"),
    world.person("lead"),
    world.person("facilitator"),
    world.person("observer"),
  ]);
  const peer = await makePerson({ name: RIGHT_TO_LEFT, expertise: "Food networks, and who to ask." });
  await makeMembership(peer.id, cohort.id, "member", elsewhere.id);
  const asked = await makeMember(cohort.id, "official", elsewhere.id);
  await db.update(people).set({ awayUntil: "2999-12-31" }).where(sql`id = ${asked.id}`);

  const html = `<p>${FIRST} The parishes kept a third one, on paper.</p><p>Then we rang every number.</p>`;
  const writeUp = await makeWriteUp(city, official.id, {
    document: {
      title: "Parcels for all",
      sections: [
        { key: "problem", markdown: `${TEXT}\n\nThen we rang every number.`, html, empty: null, audience: "cohort" },
      ],
    },
  });
  const [text] = await db
    .select({ language: writeUpTexts.language })
    .from(writeUpTexts)
    .where(sql`write_up_id = ${writeUp.id} and audience = 'cohort'`);
  const about = { writeUpId: writeUp.id };
  const say = (by: { id: string }, words: string, values: Partial<typeof comments.$inferInsert> = {}) =>
    makeComment(about, cohort.id, by.id, {
      workspaceId: by.id === peer.id ? elsewhere.id : by.id === facilitator.id ? null : city.id,
      markdown: words,
      html: `<p>${words}</p>`,
      ...values,
    });
  const passage = anchorFrom({ section: "problem", language: text?.language ?? "en" }, TEXT, 0, FIRST.length);
  const onPassage = await say(peer, "Which of the two came first?", { passage });
  for (const n of [1, 2, 3, 4, 5])
    await say(n % 2 ? official : peer, `Answer number ${n}.`, { parentId: onPassage.id });
  await say(peer, "This stood there before.", {
    passage: { ...passage, quote: "Nobody says this any more.", start: 9 },
  });
  const mine = await say(official, "Chi teneva le chiavi delle sale?", { language: "it", editedAt: new Date() });
  await db
    .insert(commentEdits)
    .values({ commentId: mine.id, markdown: "Chi teneva le chiavi?", html: "<p>Chi teneva le chiavi?</p>" });
  const plain = await say(peer, "We tried this in May.");
  await db
    .insert(commentReactions)
    .values([official, lead].map(({ id }) => ({ commentId: plain.id, personId: id, reaction: "thanks" as const })));
  await say(peer, "Settled long ago.", { resolvedAt: new Date(), resolvedBy: lead.id });
  await say(official, "", { html: "", deletedAt: new Date(), deletedBy: official.id });
  const hide = { hiddenAt: new Date(), hiddenBy: facilitator.id, hiddenReason: "The tone hurts people here." };
  const hidden = await say(peer, "Nobody there can count.", hide);
  const appealed = await say(peer, "Nor can they read.", hide);
  await db.insert(appeals).values({ commentId: appealed.id, note: "I meant our own house." });
  const reported = await say(peer, "They bought the lists.");
  await db
    .insert(reports)
    .values({ commentId: reported.id, reporterId: observer.id, reason: "false", note: "They did not." });

  const open = await makeAsk(cohort.id, official.id, elsewhere, { dueAt: new Date(Date.now() + 86_400_000) });
  const late = await makeAsk(cohort.id, peer.id, city, {
    title: "Who holds the lists?",
    html: "<p>Ours are on paper.</p>",
    dueAt: new Date(Date.now() - 86_400_000),
  });
  const settled = await makeAsk(cohort.id, peer.id, city, {
    title: "Chi ha telefonato?",
    language: "it",
    writeUpId: writeUp.id,
  });
  const answer = await makeComment({ askId: settled.id }, cohort.id, official.id, { workspaceId: city.id });
  await db.update(asks).set({ answeredAt: new Date(), answerId: answer.id }).where(sql`id = ${settled.id}`);
  await makeAsk(cohort.id, facilitator.id, null, { title: "Who knows of cold stores?" });
  const session = await makeSession(cohort.id, facilitator.id, [city, elsewhere]);
  await makeComment({ sessionId: session.id }, cohort.id, peer.id);

  const news = (
    kind: "comment" | "reply" | "mention" | "ask" | "ask-due" | "session-scheduled",
    thing: object,
    done = false,
  ) => ({
    personId: official.id,
    kind,
    actorId: peer.id,
    doneAt: done ? new Date() : null,
    ...thing,
  });
  await db
    .insert(notifications)
    .values([
      news("comment", { ...about, commentId: plain.id }),
      news("reply", { ...about, commentId: onPassage.id }),
      news("mention", { ...about, commentId: reported.id }),
      news("ask", { askId: late.id }),
      news("ask-due", { askId: late.id }),
      news("session-scheduled", { sessionId: session.id }, true),
    ]);
  return {
    official,
    lead,
    facilitator,
    observer,
    peer,
    asked,
    elsewhere,
    writeUp,
    session,
    comments: { onPassage, mine, plain, hidden, appealed, reported },
    asks: { open, late, settled },
    link: atComment(await commentLinkFor(db, peer.id, about), plain.id),
    unsubscribe: `/unsubscribe/${mailToken(peer.id, about)}`,
  };
}
