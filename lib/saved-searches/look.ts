import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { savedSearches } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { addTellJobs } from "@/lib/inbox/notify";
import { filtersIn } from "@/lib/write-ups/library-query";
import { sharedSince } from "./fresh";
import { ON_ITS_WAY } from "./mutations";

/** A job for each person who keeps a search since whose last look something was shared. */
export async function lookForAll(): Promise<void> {
  await db.execute(sql`
    select graphile_worker.add_job('look-for-person', payload := json_build_object('personId', person_id),
      job_key := 'look:' || person_id, job_key_mode := 'preserve_run_at', max_attempts := 3)
    from (select person_id, min(checked_at) as checked_at from saved_searches group by 1) s
    where exists (select 1 from write_ups w where w.released_at > s.checked_at)`);
}

/**
 * Tells a person, under their rights at this moment, of what was shared since their searches were last looked through: once
 * for each write-up, however many searches it fits and however often it is shared. Without a membership nobody is told.
 */
export async function lookForPerson(personId: string): Promise<void> {
  const actor = await actorOf(personId).catch(() => null);
  if (!actor || actor.memberships.length === 0) return;
  await db.transaction(async (tx) => {
    // Whoever looks at the same time waits here, and then finds that it was told.
    const searches = await tx
      .select({ id: savedSearches.id, query: savedSearches.query, mail: savedSearches.mail })
      .from(savedSearches)
      .where(eq(savedSearches.personId, personId))
      .orderBy(asc(savedSearches.id))
      .for("update");
    if (searches.length === 0) return;
    const found = searches.map(({ id, query, mail }) => {
      const since = sql`(select s.checked_at from saved_searches s where s.id = ${id})`;
      return sql`select x.id, ${mail}::boolean as mail from (${sharedSince(actor, filtersIn(query), since)}) x`;
    });
    const fits = await tx.execute<{ id: string; mail: boolean }>(sql`
      select id, bool_or(mail) as mail from (${sql.join(found, sql` union all `)}) fits where not exists (select 1 from notifications n
        where n.person_id = ${personId} and n.write_up_id = fits.id and n.kind = 'found')
        and not exists (select 1 from follows f where f.person_id = ${personId} and f.write_up_id = fits.id and f.follow = 'mute')
      group by id order by id`);
    if (fits.length > 0) {
      const rows = fits.map(({ id, mail }) => ({ id: newId(), write_up_id: id, mail }));
      await tx.execute(sql`
        with told as (
          insert into notifications (id, person_id, kind, write_up_id, mailed_at)
          select r.id, ${personId}, 'found', r.write_up_id, case when r.mail then null else now() end
          from json_to_recordset(${JSON.stringify(rows)}::text::json) as r (id text, write_up_id text, mail boolean)
          returning person_id, mailed_at)
        ${addTellJobs(sql`(select distinct person_id from told where mailed_at is null) waiting`)}`);
    }
    await tx
      .update(savedSearches)
      .set({ checkedAt: sql`greatest(${savedSearches.checkedAt}, ${ON_ITS_WAY})` })
      .where(eq(savedSearches.personId, personId));
  });
}
