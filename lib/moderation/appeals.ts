import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { appeals } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { limitPerson } from "@/lib/auth/rate-limit";
import { AppError, fieldError } from "@/lib/errors/errors";
import {
  aboutIn,
  allow,
  type Found,
  findCase,
  lock,
  named,
  note,
  setHidden,
  tellAuthor,
  tellModerators,
  tellPages,
} from "./case";
import type { AppealDecision } from "./limits";
import { moderatorsOf } from "./moderators";
import type { AppealInput, DecideInput } from "./schema";
import type { Judged } from "./types";

/** The author asks for another look, once for each hiding. Somebody else than who hid it is told, if there is anybody. */
export async function appealHiding(actor: Actor, input: AppealInput): Promise<Judged> {
  const found = await findCase(actor, input.id);
  const { row, judged } = found;
  authorizePlace(actor, `${judged.kind}.appeal`, {
    cohortId: row.cohort_id,
    workspaceId: null,
    ownerId: row.author_id,
  });
  if (judged.appeal) throw fieldError("form", "moderation.error.appealed");
  allow(actor, found, "appeal");
  await limitPerson(actor, "appeal");
  await db.transaction(async (tx) => {
    const { hiddenAt } = await lock(tx, found);
    if (!hiddenAt) throw new AppError("conflict");
    const [before] = await tx
      .select({ id: appeals.id })
      .from(appeals)
      .where(and(eq(aboutIn(appeals, found), judged.id), sql`${appeals.createdAt} >= ${hiddenAt}::timestamptz`))
      .limit(1);
    if (before) throw fieldError("form", "moderation.error.appealed");
    await tx.insert(appeals).values({ ...named(found), note: input.note });
    await note(tx, actor.personId, "appeal", found, {});
    const others = (await moderatorsOf(tx, judged.id)).some((id) => id !== row.hidden_by);
    await tellModerators(tx, "appealed", found, { actorId: actor.personId, but: others ? [row.hidden_by] : [] });
  });
  return judged;
}

/** Decides an appeal with an answer to the author. Not by whoever hid it, as long as somebody else moderates it. */
export async function decideAppeal(actor: Actor, { appealId, decision, answer }: DecideInput): Promise<Judged> {
  const [appeal] = await db
    .select({ about: sql<string>`coalesce(${appeals.commentId}, ${appeals.askId})`, decidedAt: appeals.decidedAt })
    .from(appeals)
    .where(eq(appeals.id, appealId));
  if (!appeal) throw new AppError("not_found");
  const found = await findCase(actor, appeal.about);
  allow(actor, found, "restore");
  if (appeal.decidedAt) throw new AppError("conflict");
  if (!found.judged.decides) {
    throw new AppError("forbidden", { fields: { form: { key: "moderation.error.ownHiding" } } });
  }
  await limitPerson(actor, "moderate");
  await db.transaction(async (tx) => {
    await lock(tx, found);
    if (!(await closeAppeal(tx, actor, found, { decision, answer }, appealId))) throw new AppError("conflict");
    if (decision === "restored") await setHidden(tx, found, null);
    await note(tx, actor.personId, "decide-appeal", found, { decision, answer });
    await tellAuthor(tx, actor, "appeal-decided", found);
    await tellPages(tx, found);
  });
  return found.judged;
}

/** Decides the appeal that waits, if there is one. Whether there was. */
export async function closeAppeal(
  tx: Queryable,
  actor: Actor,
  found: Found,
  given: { decision: AppealDecision; answer: string },
  appealId?: string,
): Promise<boolean> {
  const closed = await tx
    .update(appeals)
    .set({ ...given, decidedAt: sql`now()`, decidedBy: actor.personId })
    .where(
      and(
        eq(aboutIn(appeals, found), found.judged.id),
        isNull(appeals.decidedAt),
        appealId === undefined ? undefined : eq(appeals.id, appealId),
      ),
    )
    .returning({ id: appeals.id });
  return closed.length > 0;
}
