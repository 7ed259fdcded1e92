import "server-only";
import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { memberships, people, workspaces } from "@/db/schema";
import { settings } from "@/lib/env/settings";
import { AppError } from "@/lib/errors/errors";
import { startSignIn } from "./sign-ins";

/** Plays one of the demo's invented people. Outside demo mode this does not exist. */
export async function signInAsDemoPerson(handle: string, userAgent: string): Promise<void> {
  if (!settings.demo || !/^[a-z-]{1,80}$/.test(handle)) throw new AppError("not_found");
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.demoHandle, handle));
  if (!person) throw new AppError("not_found");
  await startSignIn(person.id, userAgent);
}

/** Whom a visitor of the demo may play: the cohort's people first, then the cities' from west to east. */
export async function listDemoPeople() {
  if (!settings.demo) return [];
  return db
    .select({
      handle: sql<string>`${people.demoHandle}`,
      name: people.name,
      role: memberships.role,
      ended: sql<boolean>`coalesce(${memberships.untilAt} <= now(), false)`,
      city: {
        code: workspaces.code,
        name: workspaces.name,
        localName: workspaces.localName,
        languages: workspaces.languages,
        accent: workspaces.accent,
      },
    })
    .from(people)
    .leftJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(isNotNull(people.demoHandle)))
    .orderBy(sql`${workspaces.longitude} nulls first`, asc(memberships.role), asc(people.name));
}
