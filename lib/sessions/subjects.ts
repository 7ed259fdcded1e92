import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { sessionCities, sessions, workspaces, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { fieldError } from "@/lib/errors/errors";
import { clock } from "@/lib/time/now";
import { statusAt } from "./moment";

/** The session as its rules need it; null when it does not exist for the actor. */
export async function loadSession(actor: Actor, id: string) {
  const [row] = await db
    .select({
      id: sessions.id,
      cohortId: sessions.cohortId,
      status: sessions.status,
      format: sessions.format,
      language: sessions.language,
      hostId: sessions.hostId,
      minutes: sessions.minutes,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      confidentiality: sessions.confidentiality,
      noteTakerId: sessions.noteTakerId,
      runnerId: sessions.runnerId,
    })
    .from(sessions)
    .where(and(eq(sessions.id, id), sessionsVisibleTo(actor)));
  if (!row) return null;
  const invited = await db
    .select({ id: sessionCities.workspaceId })
    .from(sessionCities)
    .where(eq(sessionCities.sessionId, id));
  return {
    ...row,
    status: statusAt(row, clock.now()),
    invited: invited.map((city) => city.id),
    entrusted: entrustedWith(row),
  };
}

/** Who was asked to run a session or to take its notes. */
export function entrustedWith({ noteTakerId, runnerId }: { noteTakerId: string | null; runnerId: string | null }) {
  return [noteTakerId, runnerId].filter((id) => id !== null);
}

export async function loadCities(cohortId: string, asked: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(asked)];
  const rows = await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(and(eq(workspaces.cohortId, cohortId), inArray(workspaces.id, wanted)));
  if (rows.length === 0 || rows.length < wanted.length) throw fieldError("cities", "sessions.error.cityUnknown");
  return wanted;
}

export async function loadHost(cohortId: string, id: string | null) {
  if (id === null) return null;
  const [host] = await db
    .select({ name: workspaces.name, localName: workspaces.localName, languages: workspaces.languages })
    .from(workspaces)
    .where(and(eq(workspaces.cohortId, cohortId), eq(workspaces.id, id)));
  if (!host) throw fieldError("host", "sessions.error.hostUnknown");
  return host;
}

/** What is given to read must be readable by all who are invited. */
export async function loadReadings(actor: Actor, cohortId: string, asked: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(asked)];
  if (wanted.length === 0) return [];
  const rows = await db
    .select({ id: writeUps.id })
    .from(writeUps)
    .where(
      and(
        eq(writeUps.cohortId, cohortId),
        inArray(writeUps.id, wanted),
        inArray(writeUps.audience, ["cohort", "public"]),
        visibleTo(actor),
      ),
    );
  if (rows.length < wanted.length) throw fieldError("readings", "sessions.error.readingUnknown");
  return wanted;
}
