import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Queryable } from "@/db/client";
import { people, savedSearches } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { AppError, fieldError } from "@/lib/errors/errors";
import { filtersIn, queryString } from "@/lib/write-ups/library-query";
import type { WriteUpFilters } from "@/lib/write-ups/types";
import { toldUnseen } from "./fresh";
import { SAVED_SEARCHES_MAX } from "./limits";
import type { KeepSearch, RemoveSearch, SetMail } from "./schema";

/** Keeps a search; keeping it again changes nothing. */
export async function keepSearch(actor: Actor, input: KeepSearch): Promise<{ filters: WriteUpFilters }> {
  if (actor.memberships.length === 0) throw new AppError("forbidden");
  const filters = filtersIn(input.query);
  const query = queryString(filters);
  if (!query) throw fieldError("form", "savedSearches.error.empty");
  return db.transaction(async (tx) => {
    // Two at once must not make one too many.
    await tx.select({ id: people.id }).from(people).where(eq(people.id, actor.personId)).for("no key update");
    const mine = await tx
      .select({ query: savedSearches.query })
      .from(savedSearches)
      .where(eq(savedSearches.personId, actor.personId));
    if (mine.some((kept) => kept.query === query)) return { filters };
    if (mine.length >= SAVED_SEARCHES_MAX)
      throw fieldError("form", "savedSearches.error.limit", { max: SAVED_SEARCHES_MAX });
    const [made] = await tx
      .insert(savedSearches)
      .values({ personId: actor.personId, query })
      .returning({ id: savedSearches.id });
    await log(tx, actor, "saved-search.keep", made?.id);
    return { filters };
  });
}

export async function setMail(actor: Actor, input: SetMail): Promise<{ mail: boolean }> {
  const mail = input.mail === "on";
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(savedSearches)
      .set({ mail })
      .where(and(eq(savedSearches.id, input.id), eq(savedSearches.personId, actor.personId)))
      .returning({ id: savedSearches.id });
    if (!changed) throw new AppError("not_found");
    await log(tx, actor, mail ? "saved-search.mail-on" : "saved-search.mail-off", changed.id);
    return { mail };
  });
}

/** A second click finds it gone. */
export async function removeSearch(actor: Actor, input: RemoveSearch): Promise<void> {
  await db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(savedSearches)
      .where(and(eq(savedSearches.id, input.id), eq(savedSearches.personId, actor.personId)))
      .returning({ id: savedSearches.id });
    if (gone) await log(tx, actor, "saved-search.remove", gone.id);
  });
}

/** So long a release may be on its way before others see it. */
export const ON_ITS_WAY = sql`now() - interval '1 minute'`;

/** Whoever looks at what they keep a search for has seen what was new. */
export async function markLooked(actor: Actor, filters: WriteUpFilters): Promise<void> {
  const mine = and(eq(savedSearches.personId, actor.personId), eq(savedSearches.query, queryString(filters)));
  const [kept] = await db
    .update(savedSearches)
    .set({ checkedAt: sql`greatest(${savedSearches.checkedAt}, ${ON_ITS_WAY})` })
    .where(mine)
    .returning({ id: savedSearches.id });
  if (!kept || actor.unseen === 0) return;
  await db.execute(sql`update notifications set seen_at = now() where person_id = ${actor.personId} and kind = 'found'
    and seen_at is null and write_up_id in (${toldUnseen(actor, filters)})`);
}

function log(tx: Queryable, actor: Actor, action: string, subjectId: string | undefined): Promise<void> {
  return record(tx, { actorId: actor.personId, action, subjectId: subjectId ?? null });
}
