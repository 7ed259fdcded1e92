import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { comments, people, reports } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { type Abilities, abilitiesOn } from "@/lib/comments/subject";
import { CHANGED, talkTopic } from "@/lib/comments/talk";
import { AppError } from "@/lib/errors/errors";
import { pickLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { NotificationKind } from "@/lib/inbox/limits";
import { notify } from "@/lib/inbox/notify";
import { publish } from "@/lib/live/publish";
import { moderationAbilities } from "./abilities";
import { type JudgedRow, judgedOf, judgedStatement } from "./judged";
import type { ReadyReason } from "./limits";
import { moderatorsOf } from "./moderators";
import type { Judged } from "./types";

/** A comment with all that the verbs about it need. */
export interface Found {
  row: JudgedRow;
  judged: Judged;
  on: Abilities;
}

/** The comment, if the actor may hear it where they may read; otherwise it is not there. */
export async function findCase(actor: Actor, commentId: string): Promise<Found> {
  const [row] = await db.execute<JudgedRow>(judgedStatement(actor, { where: sql`c.id = ${commentId}` }));
  const judged = row && judgedOf(actor, row);
  if (!row || !judged) throw new AppError("not_found");
  return { row, judged, on: abilitiesOn(actor, row) };
}

/** Refuses what is not the actor's to do, and what came too late: somebody hid, showed or removed the comment meanwhile. */
export function allow(actor: Actor, { row, judged, on }: Found, verb: keyof Judged["abilities"]): void {
  const hidden = verb === "restore" || verb === "appeal";
  const fit = { authorId: row.author_id, deleted: false, hidden };
  if (!moderationAbilities(actor, on, fit)[verb]) throw new AppError("forbidden");
  if (!judged.abilities[verb]) throw new AppError("conflict");
}

/** One decision after the other: whoever comes second sees what the first one did. */
export async function lock(tx: Queryable, { judged }: Found) {
  const [now] = await tx
    .select({ hiddenAt: comments.hiddenAt, deletedAt: comments.deletedAt })
    .from(comments)
    .where(eq(comments.id, judged.id))
    .for("no key update");
  if (!now || now.deletedAt) throw new AppError("conflict");
  return now;
}

/** Decides all reports of a comment that wait; how many they were. */
export async function decideReports(tx: Queryable, actor: Actor, { judged }: Found, decision: "hidden" | "kept") {
  const decided = await tx
    .update(reports)
    .set({ decidedAt: sql`now()`, decidedBy: actor.personId, decision })
    .where(and(eq(reports.commentId, judged.id), isNull(reports.decidedAt)))
    .returning({ id: reports.id });
  return decided.length;
}

export async function unhide(tx: Queryable, { judged }: Found): Promise<void> {
  const shown = await tx
    .update(comments)
    .set({ hiddenAt: null, hiddenBy: null, hiddenReason: null })
    .where(and(eq(comments.id, judged.id), sql`${comments.hiddenAt} is not null`))
    .returning({ id: comments.id });
  if (shown.length === 0) throw new AppError("conflict");
}

/** The audit row. A moderator's reason is kept in it: it is part of the decision, and goes from the comment with the hiding. */
export function note(
  tx: Queryable,
  actorId: string | null,
  action: string,
  { row, judged }: Found,
  detail: Record<string, string | number>,
): Promise<void> {
  const place = { cohortId: row.cohort_id, workspaceId: row.workspace_id, subjectId: judged.id };
  return record(tx, { actorId, action, ...place, detail: { ...judged.about, ...detail } });
}

/** Tells the author. Those who left hear nothing: their news are read again under their rights. */
export function tellAuthor(tx: Queryable, actor: Actor, kind: NotificationKind, found: Found): Promise<void> {
  return tell(tx, kind, found, actor.personId, [found.row.author_id]);
}

/** Tells those who moderate the comment, but for `but`. */
export async function tellModerators(
  tx: Queryable,
  kind: NotificationKind,
  found: Found,
  { actorId, but }: { actorId: string | null; but: readonly (string | null)[] },
): Promise<void> {
  const all = await moderatorsOf(tx, found.judged.id);
  const others = all.filter((id) => !but.includes(id));
  await tell(tx, kind, found, actorId, others);
}

function tell(tx: Queryable, kind: NotificationKind, found: Found, actorId: string | null, personIds: string[]) {
  const { judged, row } = found;
  const inside = row.comment_audience === "city";
  return notify(tx, { kind, ...judged.about, commentId: judged.id, inside, actorId, personIds });
}

/** Tells every open page that shows the comment. */
export function tellPages(tx: Queryable, { judged }: Found): Promise<void> {
  return publish(tx, talkTopic(judged.about), { kind: CHANGED, id: judged.id });
}

/** A ready sentence in the language of whom it is for. */
export async function readyWords(authorId: string, ready: ReadyReason): Promise<string> {
  const [author] = await db.select({ languages: people.languages }).from(people).where(eq(people.id, authorId));
  return translator(pickLocale(author?.languages ?? []), "moderation")(`ready.${ready}`);
}
