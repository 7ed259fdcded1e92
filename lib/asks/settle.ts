import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { asks, comments } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { limitPerson } from "@/lib/auth/rate-limit";
import { CHANGED, talkTopic } from "@/lib/comments/talk";
import { AppError, fieldError } from "@/lib/errors/errors";
import { notify } from "@/lib/inbox/notify";
import { publish } from "@/lib/live/publish";
import { log } from "./mutations";
import type { SettleAsk, UnsettleAsk } from "./schema";
import { loadAsk } from "./subjects";

/** What goes when another answer counts: a city took in that one, not this. */
const NOT_ATTACHED = { attachedAt: null, attachedBy: null };

/**
 * Marks what answers an ask, instead of what was marked before. `seen` is what the form showed as the answer: of two who
 * mark different ones at once the second is told. The asker and whoever answered hear of it.
 */
export async function settleAsk(actor: Actor, { id, comment, seen }: SettleAsk): Promise<{ id: string }> {
  const ask = authorizePlace(actor, "ask.settle", await loadAsk(actor, id));
  await limitPerson(actor, "ask-change");
  await db.transaction(async (tx) => {
    const authorId = await standingAnswer(tx, ask.id, comment);
    const changed = await tx
      .update(asks)
      .set({ answerId: comment, answeredAt: sql`now()`, closedAt: null, closedBy: null, ...NOT_ATTACHED })
      .where(
        and(
          eq(asks.id, ask.id),
          isNull(asks.hiddenAt),
          sql`${asks.answerId} is distinct from ${comment}`,
          sql`${asks.answerId} is not distinct from ${seen}`,
        ),
      )
      .returning({ id: asks.id });
    if (changed.length === 0) {
      // Two clicks are one; somebody else's choice in between is not overwritten.
      const [now] = await tx.select({ answerId: asks.answerId }).from(asks).where(eq(asks.id, ask.id));
      if (now?.answerId === comment) return;
      throw fieldError("form", "asks.error.settledMeanwhile");
    }
    await log(tx, actor, "ask.settle", ask, { comment });
    await publish(tx, talkTopic({ askId: ask.id }), { kind: CHANGED, id: comment });
    const personIds = [ask.ownerId, authorId];
    await notify(tx, { kind: "ask-answered", askId: ask.id, commentId: comment, actorId: actor.personId, personIds });
  });
  return { id: ask.id };
}

/** It is open still, or again. */
export async function unsettleAsk(actor: Actor, { id, seen }: UnsettleAsk): Promise<{ id: string }> {
  const ask = authorizePlace(actor, "ask.settle", await loadAsk(actor, id));
  await limitPerson(actor, "ask-change");
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(asks)
      .set({ answerId: null, answeredAt: null, ...NOT_ATTACHED })
      .where(and(eq(asks.id, ask.id), isNull(asks.hiddenAt), eq(asks.answerId, seen)))
      .returning({ id: asks.id });
    if (changed.length > 0) {
      await log(tx, actor, "ask.unsettle", ask, { comment: seen });
      await publish(tx, talkTopic({ askId: ask.id }), { kind: CHANGED, id: seen });
    }
  });
  return { id: ask.id };
}

/** Whose words they are. Held until the end, so that they are not removed or hidden in between. */
async function standingAnswer(tx: Tx, askId: string, commentId: string): Promise<string> {
  const [row] = await tx
    .select({ authorId: comments.authorId })
    .from(comments)
    .where(
      and(
        eq(comments.id, commentId),
        eq(comments.askId, askId),
        eq(comments.audience, "cohort"),
        isNull(comments.deletedAt),
        isNull(comments.hiddenAt),
      ),
    )
    .for("share");
  if (!row) throw new AppError("not_found");
  return row.authorId;
}
