import "server-only";
import { sql } from "drizzle-orm";
import type { Queryable } from "@/db/client";
import { LOCALES } from "@/lib/i18n/locales";
import { awayUntil } from "@/lib/people/away";
import { term } from "@/lib/write-ups/terms";
import { TOLD_MAX } from "./limits";
import { cityJson } from "./rows";
import type { AskCity, AskTarget, Told } from "./types";

interface Row extends Record<string, unknown> {
  id: string;
  name: string;
  city: AskCity | null;
  away: boolean;
}

const CURRENT = sql`m.from_at <= now() and (m.until_at is null or m.until_at > now())`;
const isAway = (now: Date) => sql`${awayUntil("p", now)} is not null`;

/**
 * Who hears of an ask. A city's: its officials and leads, or its members while it has neither. A theme's: those in other
 * cities who name it among what they can help with, then the officials and leads of cities that shared a write-up about
 * it; one of each city before the second of any, and not more than TOLD_MAX.
 */
export function addresseesOf(on: Queryable, target: AskTarget, asker: { id: string; city: string | null }, now: Date) {
  return target.city ? ofCity(on, target.city.id, asker.id, now) : ofTheme(on, target, asker, now);
}

async function ofCity(on: Queryable, workspaceId: string, askerId: string, now: Date): Promise<Row[]> {
  const rows = await on.execute<Row & { answers: boolean }>(sql`
    select p.id, p.name, null as city, bool_or(m.role <> 'member') as answers, ${isAway(now)} as away
    from memberships m join people p on p.id = m.person_id
    where m.workspace_id = ${workspaceId} and ${CURRENT} and p.id <> ${askerId}
    group by p.id order by p.name, p.id`);
  const answering = rows.filter(({ answers }) => answers);
  return answering.length > 0 ? answering : [...rows];
}

async function ofTheme(
  on: Queryable,
  { cohortId, theme }: AskTarget,
  asker: { id: string; city: string | null },
  now: Date,
): Promise<Row[]> {
  const names = [...new Set(LOCALES.map((locale) => term("theme", theme ?? "", locale)))];
  const knows = sql.join(
    names.map((name) => sql`public.without_accents(p.expertise) ilike public.without_accents(${`%${name}%`})`),
    sql` or `,
  );
  // Only what the cohort reads counts: whoever is chosen must not tell that a city keeps a write-up to itself.
  const wrote = sql`exists (select 1 from write_ups u join write_up_texts x on x.write_up_id = u.id and x.audience = 'cohort'
    where u.workspace_id = m.workspace_id and u.audience in ('cohort', 'public') and ${theme} = any(x.themes))`;
  const rows = await on.execute<Row>(sql`
    with known as (
      select p.id, p.name, ${isAway(now)} as away, (${knows}) as knows, min(m.workspace_id) as workspace_id
      from memberships m join people p on p.id = m.person_id
      where m.cohort_id = ${cohortId} and ${CURRENT} and p.id <> ${asker.id} and m.role <> 'observer'
        and m.workspace_id is distinct from ${asker.city}
        and (${knows} or (m.role in ('official', 'lead') and ${wrote}))
      group by p.id),
    ranked as (select *, row_number() over (partition by workspace_id order by knows desc, name, id) as place from known)
    select k.id, k.name, k.away, ${cityJson("w")} as city
    from ranked k left join workspaces w on w.id = k.workspace_id
    order by k.knows desc, k.place, k.name, k.id limit ${TOLD_MAX}`);
  return [...rows];
}

/** What the asker is told of them beforehand. */
export function toldOf(rows: readonly { name: string; city: AskCity | null; away: boolean }[]): Told {
  const cities = new Map(rows.flatMap(({ city }) => (city ? [[city.id, city]] : [])));
  return {
    names: rows.map(({ name }) => name),
    cities: [...cities.values()],
    away: rows.length > 0 && rows.every(({ away }) => away),
  };
}
