import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { type appeals, reports } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { CHANGED, talkTopic } from "@/lib/comments/talk";
import { AppError } from "@/lib/errors/errors";
import type { NotificationKind } from "@/lib/inbox/limits";
import { notify } from "@/lib/inbox/notify";
import { publish } from "@/lib/live/publish";
import { moderationAbilities } from "./abilities";
import { abilitiesAt, type JudgedRow, judgedOf, judgedStatement } from "./judged";
import { moderatorsOf } from "./moderators";
import type { Judged } from "./types";

/** A comment or an ask with all that the verbs about it need. */
export interface Found {
  row: JudgedRow;
  judged: Judged;
  on: ReturnType<typeof abilitiesAt>;
}

/** The comment or the ask, if the actor may read it; otherwise it is not there. */
export async function findCase(actor: Actor, id: string): Promise<Found> {
  const [row] = await db.execute<JudgedRow>(judgedStatement(actor, { where: sql`c.id = ${id}` }));
  const judged = row && judgedOf(actor, row);
  if (!row || !judged) throw new AppError("not_found");
  return { row, judged, on: abilitiesAt(actor, row) };
}

/** Refuses what is not the actor's to do, and what came too late: somebody hid, showed or removed it meanwhile. */
export function allow(actor: Actor, { row, judged, on }: Found, verb: keyof Judged["abilities"]): void {
  const hidden = verb === "restore" || verb === "appeal";
  const fit = { authorId: row.author_id, deleted: false, hidden };
  if (!moderationAbilities(actor, on, fit)[verb]) throw new AppError("forbidden");
  if (!judged.abilities[verb]) throw new AppError("conflict");
}

/** One decision after the other: whoever comes second sees what the first one did. */
export async function lock(tx: Queryable, { judged: { kind, id } }: Found): Promise<{ hiddenAt: string | null }> {
  const [now] = await tx.execute<{ hiddenAt: string | null }>(sql`
    select hidden_at as "hiddenAt" from ${TABLES[kind]}
    where id = ${id} ${kind === "comment" ? sql`and deleted_at is null` : sql``} for no key update`);
  if (!now) throw new AppError("conflict");
  return now;
}

const TABLES = { comment: sql`comments`, ask: sql`asks` };

/** The column in which reports or appeals say what they are about. */
export function aboutIn<T extends typeof reports | typeof appeals>(
  table: T,
  { judged }: Found,
): T["askId" | "commentId"] {
  return judged.kind === "ask" ? table.askId : table.commentId;
}

/** The same as a value. */
export function named({ judged: { kind, id } }: Found): { askId: string } | { commentId: string } {
  return kind === "ask" ? { askId: id } : { commentId: id };
}

/** Decides all reports that wait; how many they were. */
export async function decideReports(tx: Queryable, actor: Actor, found: Found, decision: "hidden" | "kept") {
  const decided = await tx
    .update(reports)
    .set({ decidedAt: sql`now()`, decidedBy: actor.personId, decision })
    .where(and(eq(aboutIn(reports, found), found.judged.id), isNull(reports.decidedAt)))
    .returning({ id: reports.id });
  return decided.length;
}

/** Takes it out of sight, or shows it again with null; refuses when it is so already. */
export async function setHidden(
  tx: Queryable,
  { judged: { kind, id } }: Found,
  hiding: { by: string; reason: string } | null,
): Promise<void> {
  const set = hiding
    ? sql`hidden_at = now(), hidden_by = ${hiding.by}, hidden_reason = ${hiding.reason}`
    : sql`hidden_at = null, hidden_by = null, hidden_reason = null`;
  const done = await tx.execute(sql`update ${TABLES[kind]} set ${set}
    where id = ${id} and (hidden_at is null) = ${hiding !== null} returning id`);
  if (done.length === 0) throw new AppError("conflict");
}

/**
 * The audit row: "comment.hide", "ask.hide" and so on. A moderator's reason is kept in it: it is part of the decision, and
 * goes from the comment with the hiding.
 */
export function note(
  tx: Queryable,
  actorId: string | null,
  verb: string,
  { row, judged }: Found,
  detail: Record<string, string | number>,
): Promise<void> {
  const place = { cohortId: row.cohort_id, workspaceId: row.workspace_id, subjectId: judged.id };
  const action = `${judged.kind}.${verb}`;
  return record(tx, { actorId, action, ...place, detail: { ...judged.about, ...detail } });
}

/** Tells the author. Those who left hear nothing: their news are read again under their rights. */
export function tellAuthor(tx: Queryable, actor: Actor, kind: NotificationKind, found: Found): Promise<void> {
  return tell(tx, kind, found, actor.personId, [found.row.author_id]);
}

/** Tells those who moderate it, but for `but`. */
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
  const commentId = judged.kind === "comment" ? judged.id : null;
  return notify(tx, { kind, ...judged.about, commentId, inside, actorId, personIds });
}

/** Tells every open page that shows it. */
export function tellPages(tx: Queryable, { judged }: Found): Promise<void> {
  return publish(tx, talkTopic(judged.about), { kind: CHANGED, id: judged.id });
}
