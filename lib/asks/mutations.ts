import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Queryable, type Tx } from "@/db/client";
import { asks } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { type Actor, workspaceOf } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { limitPerson } from "@/lib/auth/rate-limit";
import { postComment } from "@/lib/comments/post";
import { PostComment } from "@/lib/comments/schema";
import { AppError, fieldError } from "@/lib/errors/errors";
import { notify } from "@/lib/inbox/notify";
import { renderMarkdown } from "@/lib/text/markdown";
import { clock } from "@/lib/time/now";
import { addresseesOf } from "./addressees";
import { dueFor } from "./clock";
import type { ChangeAsk, CloseAsk, OnlyAsk, PostAsk } from "./schema";
import { cohortOf, type LoadedAsk, loadAsk, loadCity, writeUpToName } from "./subjects";
import type { AskTarget } from "./types";

/** Asks a city, which has its own working days to answer, or those who know a theme. They hear of it. */
export async function postAsk(actor: Actor, input: PostAsk): Promise<{ id: string }> {
  const target = authorizePlace(actor, "ask.post", await targetOf(actor, input));
  const from = workspaceOf(actor, target.cohortId);
  if (target.city && target.city.id === from) throw fieldError("form", "asks.error.ownCity");
  const before = await postedBefore(db, actor, input.formKey);
  if (before) return before;
  await limitPerson(actor, "ask");
  const now = clock.now();
  return db.transaction(async (tx) => {
    const writeUp = input.writeUp ? await writeUpToName(tx, actor, input.writeUp, target.cohortId) : null;
    const due = target.city && (await dueFor(tx, target.city.id, now));
    const [made] = await tx
      .insert(asks)
      .values({
        cohortId: target.cohortId,
        askerId: actor.personId,
        fromWorkspaceId: from,
        toWorkspaceId: target.workspaceId,
        theme: target.theme,
        writeUpId: writeUp?.id ?? null,
        language: input.language,
        title: input.title,
        markdown: input.markdown,
        html: renderMarkdown(input.markdown),
        createdAt: now,
        dueAt: due?.dueAt ?? null,
        formKey: input.formKey,
      })
      .onConflictDoNothing()
      .returning({ id: asks.id });
    if (!made) {
      const same = await postedBefore(tx, actor, input.formKey);
      if (!same) throw new AppError("conflict");
      return same;
    }
    await log(tx, actor, "ask.post", { ...target, id: made.id });
    const told = await addresseesOf(tx, target, { id: actor.personId, city: from }, now);
    const personIds = told.map(({ id }) => id);
    await notify(tx, { kind: "ask", askId: made.id, actorId: actor.personId, personIds });
    return made;
  });
}

/** Puts the question in clearer words, as long as nobody else has said anything to it. */
export async function changeAsk(actor: Actor, input: ChangeAsk): Promise<{ id: string }> {
  const ask = authorizePlace(actor, "ask.post", await loadAsk(actor, input.id));
  if (ask.ownerId !== actor.personId) throw new AppError("forbidden");
  await limitPerson(actor, "ask-change");
  const { title, markdown, language } = input;
  await db.transaction(async (tx) => {
    // An answer on its way holds the row: wait for it.
    await tx.select({ id: asks.id }).from(asks).where(eq(asks.id, ask.id)).for("update");
    const changed = await tx
      .update(asks)
      .set({ title, language, markdown, html: renderMarkdown(markdown) })
      .where(and(eq(asks.id, ask.id), isNull(asks.closedAt), isNull(asks.hiddenAt), sql`not ${HEARD}`))
      .returning({ id: asks.id });
    if (changed.length === 0) throw fieldError("form", "asks.error.answeredMeanwhile");
    await log(tx, actor, "ask.change", ask);
  });
  return { id: ask.id };
}

/** Whether somebody else has said something to an ask. */
export const HEARD = sql`exists (select 1 from comments c where c.ask_id = asks.id and c.author_id <> asks.asker_id
  and c.deleted_at is null)`;

/** Ends an ask that needs no answer any more; the words that say why are posted as a comment. */
export async function closeAsk(actor: Actor, { id, words, formKey }: CloseAsk): Promise<{ id: string }> {
  const ask = authorizePlace(actor, "ask.close", await loadAsk(actor, id));
  await limitPerson(actor, "ask-change");
  if (words !== "") {
    const comment = PostComment.safeParse({ askId: ask.id, markdown: words, language: actor.locale, formKey });
    if (!comment.success) throw fieldError("words", "comments.error.tooShort");
    await postComment(actor, comment.data, { locale: actor.locale, zone: actor.zone });
  }
  await setClosed(actor, ask, true);
  return { id: ask.id };
}

export async function reopenAsk(actor: Actor, { id }: OnlyAsk): Promise<{ id: string }> {
  const ask = authorizePlace(actor, "ask.close", await loadAsk(actor, id));
  await limitPerson(actor, "ask-change");
  await setClosed(actor, ask, false);
  return { id: ask.id };
}

async function setClosed(actor: Actor, ask: LoadedAsk, closed: boolean): Promise<void> {
  await db.transaction(async (tx) => {
    const changed = await tx
      .update(asks)
      .set({ closedAt: closed ? sql`now()` : null, closedBy: closed ? actor.personId : null })
      .where(and(eq(asks.id, ask.id), isNull(asks.hiddenAt), sql`(${asks.closedAt} is null) = ${closed}`))
      .returning({ id: asks.id });
    if (changed.length > 0) await log(tx, actor, closed ? "ask.close" : "ask.reopen", ask);
  });
}

interface Target extends AskTarget {
  workspaceId: string | null;
}

async function targetOf(actor: Actor, { city: cityId, theme }: PostAsk): Promise<Target | null> {
  if (cityId) {
    const city = await loadCity({ id: cityId });
    return city && { cohortId: city.cohortId, workspaceId: city.id, city, theme: null };
  }
  const cohortId = cohortOf(actor);
  return cohortId === null ? null : { cohortId, workspaceId: null, city: null, theme };
}

/** A form that was sent twice: what it made the first time. */
async function postedBefore(on: Queryable, actor: Actor, formKey: string): Promise<{ id: string } | undefined> {
  const [row] = await on
    .select({ id: asks.id })
    .from(asks)
    .where(and(eq(asks.formKey, formKey), eq(asks.askerId, actor.personId)));
  return row;
}

export async function log(
  tx: Tx,
  actor: Actor,
  action: string,
  ask: { id: string; cohortId: string; workspaceId: string | null },
  detail?: Record<string, string | null>,
): Promise<void> {
  const { cohortId, workspaceId, id: subjectId } = ask;
  await record(tx, { actorId: actor.personId, action, cohortId, workspaceId, subjectId, detail });
}
