import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { makeAsk, makeComment } from "@/db/factories";
import { appeals, asks, commentEdits, type comments, notifications, people, reports } from "@/db/schema";
import { NOTIFICATION_KINDS } from "@/lib/inbox/limits";
import { mailToken } from "@/lib/inbox/mail-token";
import { atComment, commentLinkFor } from "@/lib/signed-links/link-for";
import type { World } from "./test";

interface Hidden {
  author: { id: string };
  facilitator: { id: string };
  /** A write-up that everybody reads, and one that only the city does. */
  openId: string;
  cityId: string;
  canary: (place: string) => string;
}

/** Words that people said where not everybody hears them, and how one would come to them. */
export async function hideInTalk({ cohort, city }: World, given: Hidden) {
  const { author, facilitator, openId, cityId, canary } = given;
  await db
    .update(people)
    .set({ expertise: canary("expertise") })
    .where(eq(people.id, author.id));
  const ask = await makeAsk(cohort.id, author.id, null, {
    ...{ title: canary("ask"), markdown: canary("asktext"), html: `<p>${canary("asktext")}</p>`, writeUpId: cityId },
  });
  const words = (place: string, values: Partial<typeof comments.$inferInsert> = {}) => ({
    ...{ workspaceId: city.id, markdown: canary(place), html: `<p>${canary(place)}</p>` },
    ...values,
  });
  const anchor = { language: "en", before: "", after: "", start: 0, section: "what-did-not-work" };
  const passageOf = (place: string) => ({ passage: { ...anchor, quote: canary(place) } });
  const inCity = (place: string, values: Partial<typeof comments.$inferInsert>) =>
    makeComment({ writeUpId: openId }, cohort.id, author.id, words(place, { audience: "city", ...values }));
  const root = await makeComment({ writeUpId: openId }, cohort.id, author.id, { workspaceId: city.id });
  const own = [await inCity("said", passageOf("passage")), await inCity("answer", { parentId: root.id })];
  const back = await makeComment({ writeUpId: cityId }, cohort.id, author.id, words("back", passageOf("passage")));

  const isHidden = { hiddenAt: sql`now()` as never, hiddenBy: facilitator.id, hiddenReason: canary("why") };
  const hidden = [
    await makeComment(
      { writeUpId: openId },
      cohort.id,
      author.id,
      words("hidden", { ...isHidden, ...passageOf("hiddenpassage") }),
    ),
    await makeComment({ askId: ask.id }, cohort.id, author.id, words("hiddenanswer", isHidden)),
  ];
  for (const { id: commentId } of hidden) {
    const earlier = { markdown: canary("earlier"), html: canary("earlier") };
    await db.insert(commentEdits).values({ commentId, ...earlier });
    await db.insert(reports).values({ commentId, reporterId: author.id, reason: "hurtful", note: canary("report") });
    await db.insert(appeals).values({ commentId, note: canary("appeal") });
  }
  await db
    .update(asks)
    .set({ answerId: hidden[1]?.id, answeredAt: sql`now()` as never })
    .where(eq(asks.id, ask.id));

  const taken = await hideAsk({ cohort, author, openId, canary, isHidden });
  const secrets = [...own, back, ...hidden, taken.said];
  const thingOf = ({ writeUpId, askId }: (typeof secrets)[number]) =>
    askId
      ? { page: `/asks/${askId}`, query: `ask=${askId}` }
      : { page: `/write-ups/${writeUpId}`, query: `writeUp=${writeUpId}` };
  return {
    pages: [
      "/asks",
      "/asks?show=all",
      `/asks?q=${canary("hiddenanswer")}`,
      `/asks/${ask.id}`,
      `/asks/${taken.askId}`,
      `/asks?show=all&q=${canary("takenask")}`,
      ...["new", "hide", "appeal"].map((what) => `/reports/${what}?ask=${taken.askId}`),
      `/asks/new?writeUp=${cityId}`,
      "/reports",
      "/inbox?show=done",
      "/settings",
      `/people?q=${canary("expertise")}`,
      `/people/${author.id}`,
      `/people/${facilitator.id}`,
      `/write-ups/${openId}?passage=what-did-not-work.0`,
      ...secrets.flatMap((secret) => {
        const { page, query } = thingOf(secret);
        const { id } = secret;
        return [
          ...["comment", "reply", "quote", "edit", "react", "replies"].map((what) => `${page}?${what}=${id}`),
          ...["", "/history"].map((path) => `/comments/${id}${path}`),
          ...["new", "hide", "appeal"].map((what) => `/reports/${what}?comment=${id}`),
          ...[`before=${id}`, `after=${id}`, `replies=${root.id}&after=${id}`].map(
            (at) => `/api/comments?${query}&${at}`,
          ),
          `/api/comments/since?${query}&at=0`,
          `/api/comments/people?${query}&q=canary&parent=${id}`,
        ];
      }),
    ],
    /** News of all that, as it would stand in somebody's Inbox, and what their mails would lead to. */
    async tell(personId: string): Promise<string[]> {
      await db.insert(notifications).values(
        secrets.flatMap(({ id: commentId, writeUpId, askId }) =>
          NOTIFICATION_KINDS.map((kind) => ({
            ...{ personId, kind, commentId, writeUpId, askId },
            actorId: author.id,
          })),
        ),
      );
      const { askId } = taken;
      const ofAsk = NOTIFICATION_KINDS.map((kind) => ({ personId, kind, askId, actorId: author.id }));
      await db.insert(notifications).values(ofAsk);
      const links = await Promise.all(
        secrets.map(async ({ id, writeUpId, askId }) =>
          atComment(await commentLinkFor(db, personId, askId ? { askId } : { writeUpId: writeUpId ?? "" }), id),
        ),
      );
      return [...links, ...[openId, cityId].map((writeUpId) => `/unsubscribe/${mailToken(personId, { writeUpId })}`)];
    },
  };
}

/** A question that a moderator hid, with what answered it, which stood on a write-up. */
async function hideAsk(given: {
  cohort: { id: string };
  author: { id: string };
  openId: string;
  canary: Hidden["canary"];
  isHidden: { hiddenAt: never; hiddenBy: string; hiddenReason: string };
}) {
  const { cohort, author, openId: writeUpId, canary, isHidden } = given;
  const words = (place: string) => ({ markdown: canary(place), html: `<p>${canary(place)}</p>` });
  const { id: askId } = await makeAsk(cohort.id, author.id, null, {
    ...{ title: canary("takenask"), ...words("takentext"), writeUpId, ...isHidden },
  });
  const said = await makeComment({ askId }, cohort.id, author.id, words("takenanswer"));
  const now = sql`now()` as never;
  await db
    .update(asks)
    .set({ answerId: said.id, answeredAt: now, attachedAt: now, attachedBy: author.id })
    .where(eq(asks.id, askId));
  await db.insert(reports).values({ askId, reporterId: author.id, reason: "hurtful", note: canary("report") });
  await db.insert(appeals).values({ askId, note: canary("appeal") });
  return { askId, said };
}

/** Whoever moderates reads what is hidden, and why. */
export const OF_MODERATORS = [
  ...["takenask", "takentext", "takenanswer"],
  ...["hidden", "hiddenanswer", "hiddenpassage", "why", "earlier", "report", "appeal"],
];
/** What the city's own people say to each other, and what it took back. */
export const OF_CITY_TALK = ["said", "answer", "back", "passage"];
/** What the cohort reads of people and of what they ask. */
export const OF_COHORT_TALK = ["ask", "asktext", "expertise"];
