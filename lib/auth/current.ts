import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { db } from "@/db/client";
import { settings } from "@/lib/env/settings";
import { AppError } from "@/lib/errors/errors";
import { acceptedLanguages, type Locale, pickLocale } from "@/lib/i18n/locales";
import type { Actor, Membership } from "./actor";
import { hashToken } from "./tokens";

export const SIGN_IN_DAYS = 30;

export function signInCookie(): string {
  return settings.secure ? "__Host-stafeta" : "stafeta";
}

interface ActorRow extends Record<string, unknown> {
  person_id: string;
  sign_in_id: string;
  name: string;
  email: string;
  languages: string[];
  zone: string;
  theme: Actor["theme"];
  unseen: number;
  memberships: Membership[] | null;
}

async function loadActor(from: SQL): Promise<Actor | null> {
  const rows = await db.execute<ActorRow>(sql`
    select p.id as person_id, s.id as sign_in_id, p.name, p.email, p.languages, p.zone, p.theme,
      (select count(*)::int from notifications n where n.person_id = p.id and n.seen_at is null) as unseen,
      (select json_agg(json_build_object('id', m.id, 'role', m.role, 'cohortId', m.cohort_id, 'workspaceId', m.workspace_id,
          'workspaceSlug', w.slug) order by m.from_at, m.id)
        from memberships m left join workspaces w on w.id = m.workspace_id
        where m.person_id = p.id and m.from_at <= now() and (m.until_at is null or m.until_at > now())) as memberships
    from ${from}`);
  const row = rows[0];
  if (!row) return null;
  return {
    personId: row.person_id,
    signInId: row.sign_in_id,
    name: row.name,
    email: row.email,
    languages: row.languages,
    locale: pickLocale(row.languages),
    zone: row.zone,
    theme: row.theme,
    memberships: row.memberships ?? [],
    unseen: row.unseen,
  };
}

/** The person behind a cookie's token with what holds at this moment: one statement a request. */
export function findActor(token: string): Promise<Actor | null> {
  return loadActor(
    sql`sign_ins s join people p on p.id = s.person_id where s.token_hash = ${hashToken(token)} and s.expires_at > now()`,
  );
}

/** A person's rights at this moment without a sign-in: for jobs that act under somebody's rights, and for tests. */
export async function actorOf(personId: string): Promise<Actor> {
  const actor = await loadActor(sql`people p cross join (select '' as id) s where p.id = ${personId}`);
  if (!actor) throw new AppError("not_found");
  return actor;
}

/** Who asks, or null for the public. Read once for a request. */
export const getActor = cache(async (): Promise<Actor | null> => {
  const token = (await cookies()).get(signInCookie())?.value;
  return token ? findActor(token) : null;
});

/** Who asks; the public is sent to sign in and comes back to `path`. */
export async function requireActor(path = "/"): Promise<Actor> {
  const actor = await getActor();
  if (!actor) redirect(`/sign-in?to=${encodeURIComponent(path)}`);
  return actor;
}

export const LOCALE_COOKIE = "language";

/** The interface's language: the one chosen in this browser, the person's first, or the browser's. */
export const getLocale = cache(async (): Promise<Locale> => localeFor(await getActor()));

export async function localeFor(actor: Actor | null): Promise<Locale> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const chosen = jar.get(LOCALE_COOKIE)?.value;
  if (chosen) return pickLocale([chosen]);
  return actor ? actor.locale : pickLocale(acceptedLanguages(sent.get("accept-language")));
}

/** The zone in which a reader sees instants: their own, or the cohort's first city for the public. */
export async function getZone(): Promise<string> {
  return (await getActor())?.zone ?? "Europe/Rome";
}

/** Whether this answer becomes a page, rather than data for a page that is already there. scripts/serve.mjs says so. */
export async function isForPage(): Promise<boolean> {
  return (await headers()).get("x-stafeta-answer") === "page";
}
