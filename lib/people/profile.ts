import "server-only";
import { asc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { cohorts, memberships, people, workspaces } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors/errors";
import { clock } from "@/lib/time/now";
import { awayUntil } from "./away";
import { inOrder } from "./languages";
import type { ProfileInput } from "./schema";
import type { OwnPlace, Profile } from "./types";

/** What a person has told about themselves. */
export async function getProfile(actor: Actor): Promise<Profile> {
  const [row] = await db
    .select({
      name: people.name,
      email: people.email,
      languages: people.languages,
      zone: people.zone,
      workStart: people.workStart,
      workEnd: people.workEnd,
      theme: people.theme,
      expertise: people.expertise,
      awayUntil: awayUntil("people", clock.now()),
    })
    .from(people)
    .where(eq(people.id, actor.personId));
  if (!row) throw new AppError("not_found");
  return row;
}

/** Where the actor belongs now. */
export async function listOwnPlaces(actor: Actor): Promise<OwnPlace[]> {
  const ids = actor.memberships.map(({ id }) => id);
  if (ids.length === 0) return [];
  return db
    .select({
      id: memberships.id,
      role: memberships.role,
      cohort: cohorts.name,
      city: {
        slug: workspaces.slug,
        code: workspaces.code,
        name: workspaces.name,
        localName: workspaces.localName,
        accent: workspaces.accent,
        languages: workspaces.languages,
      },
    })
    .from(memberships)
    .innerJoin(cohorts, eq(cohorts.id, memberships.cohortId))
    .leftJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(inArray(memberships.id, ids))
    .orderBy(asc(memberships.fromAt), asc(memberships.id));
}

/** Changes the actor's own profile. Says whether their first language is another one now. */
export async function changeProfile(actor: Actor, input: ProfileInput): Promise<{ newLanguage: boolean }> {
  const { language, others, ...rest } = input;
  await db.transaction(async (tx) => {
    await tx
      .update(people)
      .set({ ...rest, languages: inOrder(language, others, actor.languages) })
      .where(eq(people.id, actor.personId));
    await record(tx, { actorId: actor.personId, action: "profile.edit", subjectId: actor.personId });
  });
  return { newLanguage: language !== actor.languages[0] };
}
