import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor, Membership } from "@/lib/auth/actor";
import type { Locale } from "@/lib/i18n/locales";
import { cityName, type PlateCity, plateOf } from "@/lib/sessions/city-name";
import { namesAbroad } from "@/lib/workspaces/abroad";
import { type CommentAudience, MENTION_SUGGESTIONS } from "./limits";
import { type Callable, fold } from "./mentions";
import { abilitiesOn, type SubjectRow } from "./subject";
import type { About, Suggestion } from "./types";

/** Who can be called where people talk about a thing: those who may read what is said there with this audience. */
export interface CallableHere {
  callable: Callable[];
  /** For each city the people it stands for: its officials and leads. */
  peopleOf: Map<string, string[]>;
  shown: Suggestion[];
}

interface PersonRow extends Record<string, unknown> {
  id: string;
  name: string;
  memberships: Membership[];
  is_author: boolean | null;
}

interface CityRow extends PlateCity, Record<string, unknown> {
  id: string;
  slug: string;
}

/** Everybody is asked the same as when they read: the rules in lib/auth/can, with the memberships they have now. */
export async function callableOn(
  subject: SubjectRow,
  about: About,
  audience: CommentAudience,
  locale: Locale = "en",
): Promise<CallableHere> {
  const writeUpId = "writeUpId" in about ? about.writeUpId : null;
  const [people, cities] = await Promise.all([
    db.execute<PersonRow>(sql`
      select p.id, p.name, exists (select 1 from write_up_authors a where a.write_up_id = ${writeUpId} and a.person_id = p.id) as is_author,
        json_agg(json_build_object('id', m.id, 'role', m.role, 'cohortId', m.cohort_id, 'workspaceId', m.workspace_id)
          order by m.from_at, m.id) as memberships
      from memberships m join people p on p.id = m.person_id
      where m.cohort_id = ${subject.cohort_id} and m.from_at <= now() and (m.until_at is null or m.until_at > now())
      group by p.id order by p.name, p.id`),
    db.execute<CityRow>(sql`
      select c.id, c.slug, c.code, c.name, c.local_name as "localName", c.languages, c.accent
      from workspaces c where c.cohort_id = ${subject.cohort_id} order by c.name`),
  ]);
  const byId = new Map(cities.map((city) => [city.id, city]));
  const callable: Callable[] = [];
  const peopleOf = new Map<string, string[]>();
  const shown: Suggestion[] = [];
  for (const person of people) {
    if (!hears(person, subject, audience)) continue;
    for (const { role, workspaceId } of person.memberships) {
      if (workspaceId && (role === "official" || role === "lead"))
        peopleOf.set(workspaceId, [...(peopleOf.get(workspaceId) ?? []), person.id]);
    }
    const city = person.memberships.flatMap((m) => byId.get(m.workspaceId ?? "") ?? [])[0];
    const names = city ? [person.name, `${person.name} (${city.code})`] : [person.name];
    callable.push({ kind: "person", id: person.id, href: `/people/${person.id}`, names });
    shown.push({
      id: person.id,
      name: person.name,
      city: city ? plateOf(city, locale) : null,
      insert: person.name,
      all: false,
    });
  }
  for (const city of cities) {
    if (!peopleOf.has(city.id)) continue;
    const [plate, name] = [plateOf(city, locale), cityName(city, locale)];
    callable.push({ kind: "city", id: city.id, href: `/cities/${city.slug}`, names: namesOf(city) });
    shown.push({ id: city.id, name, city: plate, insert: name, all: true });
  }
  return { callable, peopleOf, shown };
}

/** Those whose name, or a part of it, begins with `typed`; who shares a name with somebody is written with their city. */
export function suggestionsFor({ shown, callable }: CallableHere, actor: Actor, typed: string): Suggestion[] {
  const wanted = fold(typed.trim());
  const names = shown.map(({ name }) => fold(name));
  const known = new Map(callable.map((one) => [one.id, one.names.map(fold)]));
  const rankOf = (name: string) => (name.startsWith(wanted) ? 0 : name.includes(` ${wanted}`) ? 1 : 2);
  return shown
    .map((one, n) => ({ one, name: names[n] ?? "", rank: Math.min(...(known.get(one.id) ?? []).map(rankOf)) }))
    .filter(({ one, rank }) => rank < 2 && one.id !== actor.personId)
    .sort((a, b) => a.rank - b.rank || Number(b.one.all) - Number(a.one.all) || a.name.localeCompare(b.name))
    .slice(0, MENTION_SUGGESTIONS)
    .map(({ one, name }) => {
      const shared = !one.all && one.city && names.indexOf(name) !== names.lastIndexOf(name);
      return shared ? { ...one, insert: `${one.name} (${one.city?.code})` } : one;
    });
}

/** Whether somebody may read the thing, and hears what is said there with this audience: `audibleTo`, for one person. */
function hears({ id, memberships, is_author }: PersonRow, subject: SubjectRow, audience: CommentAudience): boolean {
  const reader = { personId: id, memberships } as Actor;
  if (!abilitiesOn(reader, { ...subject, is_author }).read) return false;
  return audience === "cohort" || memberships.some(({ workspaceId }) => workspaceId === subject.workspace_id);
}

/** All that a city answers to, in whatever language one writes. */
function namesOf({ name, localName, code }: CityRow): string[] {
  const abroad = namesAbroad().flatMap(([english, theirs]) => (english === name ? [theirs] : []));
  return [name, localName, ...abroad, code];
}
