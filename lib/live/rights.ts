import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor, Membership } from "@/lib/auth/actor";

/**
 * The same people with the memberships that hold at this moment; whoever's sign-in has ended is missing. One statement for
 * all who listen, by sign-in.
 */
export async function asOfNow(actors: readonly Actor[]): Promise<Map<string, Actor>> {
  const bySignIn = new Map(actors.map((actor) => [actor.signInId, actor]));
  if (bySignIn.size === 0) return new Map();
  const rows = await db.execute<{ id: string; memberships: Membership[] | null }>(sql`
    select s.id, (select json_agg(json_build_object('id', m.id, 'role', m.role, 'cohortId', m.cohort_id,
        'workspaceId', m.workspace_id, 'workspaceSlug', w.slug) order by m.from_at, m.id)
      from memberships m left join workspaces w on w.id = m.workspace_id
      where m.person_id = s.person_id and m.from_at <= now() and (m.until_at is null or m.until_at > now())) as memberships
    from sign_ins s
    where s.id in (select jsonb_array_elements_text(${JSON.stringify([...bySignIn.keys()])}::text::jsonb)) and s.expires_at > now()`);
  return new Map(
    [...rows].flatMap(({ id, memberships }) => {
      const actor = bySignIn.get(id);
      return actor ? [[id, { ...actor, memberships: memberships ?? [] }]] : [];
    }),
  );
}
