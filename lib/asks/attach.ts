import "server-only";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { asks, comments, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { limitPerson } from "@/lib/auth/rate-limit";
import { AppError, fieldError } from "@/lib/errors/errors";
import { log } from "./mutations";
import { ANSWERED } from "./rows";
import type { AttachAsk, OnlyAsk } from "./schema";
import { type LoadedAsk, loadAsk, writeUpToName } from "./subjects";

/**
 * The cities that may put an ask on a write-up of theirs: the one whose write-up it is about; when it is about none, the
 * one that was asked and the one that answered.
 */
export function mayTake(ask: { writeUpCity: string | null; askedCity: string | null; answeringCity: string | null }) {
  const cities = ask.writeUpCity ? [ask.writeUpCity] : [ask.askedCity, ask.answeringCity];
  return [...new Set(cities)].filter((city) => city !== null);
}

/** Puts question and answer on a write-up of the actor's city, for all who may read both. */
export async function attachAsk(actor: Actor, input: AttachAsk): Promise<{ id: string }> {
  const ask = await loadAsk(actor, input.id);
  if (!ask) throw new AppError("not_found");
  if (input.writeUp === "") throw fieldError("writeUp", "asks.error.writeUpMissing");
  const writeUp = await writeUpToName(db, actor, input.writeUp, ask.cohortId);
  authorizePlace(actor, "ask.attach", { cohortId: ask.cohortId, workspaceId: writeUp.workspaceId });
  if (!mayTake(await citiesIn(ask)).includes(writeUp.workspaceId)) throw new AppError("forbidden");
  await limitPerson(actor, "ask-change");
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(asks)
      .set({ writeUpId: writeUp.id, attachedAt: sql`now()`, attachedBy: actor.personId })
      .where(
        and(
          eq(asks.id, ask.id),
          isNull(asks.hiddenAt),
          sql`${asks.writeUpId} is not distinct from ${ask.writeUpId}`,
          sql`${asks.answerId} is not distinct from ${ask.answerId}`,
          ANSWERED,
        ),
      )
      .returning({ id: asks.id });
    if (changed.length === 0) throw fieldError("form", "asks.error.settledMeanwhile");
    await log(tx, actor, "ask.attach", { ...ask, workspaceId: writeUp.workspaceId }, { writeUpId: writeUp.id });
  });
  return { id: ask.id };
}

/** Takes question and answer off the write-up. Both stay where they were asked. */
export async function detachAsk(actor: Actor, { id }: OnlyAsk): Promise<{ id: string }> {
  const ask = await loadAsk(actor, id);
  const { writeUpCity } = ask ? await citiesIn(ask) : { writeUpCity: null };
  authorizePlace(actor, "ask.attach", ask && { cohortId: ask.cohortId, workspaceId: writeUpCity });
  await limitPerson(actor, "ask-change");
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(asks)
      .set({ attachedAt: null, attachedBy: null })
      .where(and(eq(asks.id, id), isNull(asks.hiddenAt), isNotNull(asks.attachedAt)))
      .returning({ cohortId: asks.cohortId, writeUpId: asks.writeUpId });
    for (const { cohortId, writeUpId } of changed)
      await log(tx, actor, "ask.detach", { id, cohortId, workspaceId: writeUpCity }, { writeUpId });
  });
  return { id };
}

async function citiesIn({ writeUpId, workspaceId, answerId }: LoadedAsk) {
  const [about] = writeUpId
    ? await db.select({ city: writeUps.workspaceId }).from(writeUps).where(eq(writeUps.id, writeUpId))
    : [];
  const [answer] = answerId
    ? await db.select({ city: comments.workspaceId }).from(comments).where(eq(comments.id, answerId))
    : [];
  return { writeUpCity: about?.city ?? null, askedCity: workspaceId, answeringCity: answer?.city ?? null };
}
