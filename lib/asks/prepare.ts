import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { workspaces, writeUps } from "@/db/schema";
import { type Actor, workspaceOf } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { readingFor, visibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { addresseesOf, toldOf } from "./addressees";
import { dueFor } from "./clock";
import { isSlug, isTheme } from "./query";
import { cohortOf, loadCity } from "./subjects";
import type { AskTarget, NewAsk } from "./types";

type Query = Record<string, string | string[] | undefined>;

/** What an address such as `?city=turin&writeUp=…` asks for. Null for those who may not ask anybody. */
export async function prepareAsk(actor: Actor, query: Query): Promise<NewAsk | null> {
  const cohortId = cohortOf(actor);
  if (cohortId === null) return null;
  const about = isId(query.writeUp) ? await writeUpNamed(actor, query.writeUp) : null;
  const mine = (id: string) => actor.memberships.some(({ workspaceId }) => workspaceId === id);
  // About somebody else's write-up one asks its city, unless another is named.
  const slug = isSlug(query.city) ? query.city : !query.theme && about && !mine(about.city.id) ? about.city.slug : null;
  const city = slug === null ? null : await loadCity({ slug });
  const may = city !== null && canPlace(actor, "ask.post", { cohortId: city.cohortId, workspaceId: city.id });
  const own = city !== null && mine(city.id);
  const theme = !slug && isTheme(query.theme) ? query.theme : null;
  const target: AskTarget | null =
    city && may && !own
      ? { cohortId: city.cohortId, city, theme: null }
      : theme
        ? { cohortId, city: null, theme }
        : null;
  const shared =
    about !== null &&
    (about.audience === "public" || (about.audience === "cohort" && about.cohortId === (target?.cohortId ?? cohortId)));
  const now = clock.now();
  const asker = { id: actor.personId, city: target && workspaceOf(actor, target.cohortId) };
  const [told, due] = await Promise.all([
    target && addresseesOf(db, target, asker, now),
    target?.city ? dueFor(db, target.city.id, now) : null,
  ]);
  return {
    target,
    told: told && toldOf(told),
    due,
    writeUp: about && shared ? { id: about.id, title: about.title, language: about.language } : null,
    kept: about !== null && !shared,
    own,
  };
}

async function writeUpNamed(actor: Actor, id: string) {
  const [row] = await db
    .select({
      id: writeUps.id,
      audience: writeUps.audience,
      cohortId: writeUps.cohortId,
      city: { id: workspaces.id, slug: workspaces.slug },
      title: sql<string>`x.title`,
      language: sql<string>`x.language`,
    })
    .from(writeUps)
    .innerJoin(workspaces, eq(workspaces.id, writeUps.workspaceId))
    .innerJoin(sql`write_up_texts x`, sql`x.write_up_id = ${writeUps.id} and x.audience = ${readingFor(actor)}`)
    .where(and(eq(writeUps.id, id), visibleTo(actor)))
    .orderBy(sql`x.language = ${actor.locale} desc, x.language = ${writeUps.language} desc`)
    .limit(1);
  return row ?? null;
}
