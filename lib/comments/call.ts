import "server-only";
import { and, eq } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { commentMentions, notifications } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { notify } from "@/lib/inbox/notify";
import { callableOn } from "./callable";
import type { CommentAudience } from "./limits";
import { type Callable, linkMentions, type Unclear } from "./mentions";
import type { SubjectRow } from "./subject";
import type { About } from "./types";

/** Whom a comment calls: a person, or a city with the people it stands for. */
export interface CalledHere {
  kind: Callable["kind"];
  id: string;
  personIds: string[];
}

interface Calls {
  html: string;
  called: CalledHere[];
  unclear: Unclear[];
}

/** Finds whom the words call, among those who may read them, and makes links of their names. */
export async function callIn(
  html: string,
  subject: SubjectRow,
  about: About,
  audience: CommentAudience,
  { mentioned = new Set() }: { mentioned?: ReadonlySet<string> },
): Promise<Calls> {
  if (!html.includes("@")) return { html, called: [], unclear: [] };
  const { callable, peopleOf } = await callableOn(subject, about, audience);
  const found = linkMentions(html, callable, mentioned);
  const called = found.called.map(({ kind, id }) => ({
    kind,
    id,
    personIds: kind === "person" ? [id] : (peopleOf.get(id) ?? []),
  }));
  return { ...found, called };
}

/** Those whom a comment calls by a name that others have too: they are meant still when it is changed. */
export async function calledBefore(commentId: string): Promise<string[]> {
  const before = await db
    .select({ personId: commentMentions.personId })
    .from(commentMentions)
    .where(eq(commentMentions.commentId, commentId));
  return before.flatMap(({ personId }) => personId ?? []);
}

/** Writes down whom a changed comment calls now, and tells those whom it never called before. */
export async function tellCalled(
  tx: Tx,
  actor: Actor,
  comment: { id: string; about: About; audience: CommentAudience },
  called: CalledHere[],
): Promise<void> {
  const before = await tx
    .delete(commentMentions)
    .where(eq(commentMentions.commentId, comment.id))
    .returning({ personId: commentMentions.personId, workspaceId: commentMentions.workspaceId });
  if (called.length === 0) return;
  await tx.insert(commentMentions).values(
    called.map(({ kind, id }) => ({
      commentId: comment.id,
      personId: kind === "person" ? id : null,
      workspaceId: kind === "city" ? id : null,
    })),
  );
  const known = new Set(before.flatMap(({ personId, workspaceId }) => personId ?? workspaceId ?? []));
  const told = new Set(called.filter(({ id }) => known.has(id)).flatMap(({ personIds }) => personIds));
  for (const id of await calledOnce(tx, comment.id)) told.add(id);
  const personIds = called.flatMap((one) => one.personIds).filter((id) => !told.has(id));
  await notify(tx, {
    kind: "mention",
    ...comment.about,
    commentId: comment.id,
    inside: comment.audience === "city",
    actorId: actor.personId,
    personIds,
  });
}

/** Those who heard already that this comment calls them, also when it did not in between. */
async function calledOnce(tx: Tx, commentId: string): Promise<string[]> {
  const rows = await tx
    .select({ personId: notifications.personId })
    .from(notifications)
    .where(and(eq(notifications.commentId, commentId), eq(notifications.kind, "mention")));
  return rows.map(({ personId }) => personId);
}
