import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { asks, workspaces, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { asksVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { AppError, fieldError } from "@/lib/errors/errors";

/**
 * An ask as far as the rules and the writes need it, or null: it does not exist for the actor. As long as it is hidden
 * nothing is done with it.
 */
export async function loadAsk(actor: Actor, id: string) {
  const [row] = await db
    .select({
      id: asks.id,
      cohortId: asks.cohortId,
      workspaceId: asks.toWorkspaceId,
      ownerId: asks.askerId,
      answerId: asks.answerId,
      writeUpId: asks.writeUpId,
      hiddenAt: asks.hiddenAt,
    })
    .from(asks)
    .where(and(eq(asks.id, id), asksVisibleTo(actor)));
  if (row?.hiddenAt) throw new AppError("conflict");
  return row ?? null;
}
export type LoadedAsk = NonNullable<Awaited<ReturnType<typeof loadAsk>>>;

const CITY = {
  id: workspaces.id,
  cohortId: workspaces.cohortId,
  slug: workspaces.slug,
  code: workspaces.code,
  name: workspaces.name,
  localName: workspaces.localName,
  languages: workspaces.languages,
  accent: workspaces.accent,
};

export async function loadCity(by: { id: string } | { slug: string }) {
  const [city] = await db
    .select(CITY)
    .from(workspaces)
    .where("id" in by ? eq(workspaces.id, by.id) : eq(workspaces.slug, by.slug));
  return city ?? null;
}

/** The cohort in which the actor would ask those who know a theme: the first one in which they may ask at all. */
export function cohortOf(actor: Actor): string | null {
  const places = actor.memberships.map(({ cohortId }) => ({ cohortId, workspaceId: null }));
  return places.find((place) => canPlace(actor, "ask.post", place))?.cohortId ?? null;
}

export function mayAsk(actor: Actor): boolean {
  return cohortOf(actor) !== null;
}

/** Whether everybody who will read the ask may read a write-up that the actor may read. */
export async function writeUpToName(on: Queryable, actor: Actor, id: string, cohortId: string) {
  const [row] = await on
    .select({
      id: writeUps.id,
      workspaceId: writeUps.workspaceId,
      shared: sql<boolean>`(${writeUps.audience} = 'public' or (${writeUps.audience} = 'cohort' and ${writeUps.cohortId} = ${cohortId}))`,
    })
    .from(writeUps)
    .where(and(eq(writeUps.id, id), visibleTo(actor)));
  if (!row) throw fieldError("form", "asks.error.writeUpUnknown");
  if (!row.shared) throw fieldError("form", "asks.error.writeUpKept");
  return row;
}
