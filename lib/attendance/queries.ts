import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { minutes } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import type { SessionView } from "@/lib/sessions/types";
import { guestsOf, presentAt } from "./rows";
import type { Attendance, AttendanceSheet } from "./types";
import { mayCheckIn } from "./window";

/** Who was there, by city; null for those who do not read a session's notes. */
export async function attendanceOf(actor: Actor, session: SessionView): Promise<Attendance | null> {
  if (!session.abilities.readNotes) return null;
  const [present, locked] = await Promise.all([presentAt(session.id), isLocked(session.id)]);
  const open = session.abilities.note && !locked && mayCheckIn(session, session.now);
  const of = (workspaceId: string | null) =>
    present
      .filter((one) => placeIn(session, one.workspaceId) === workspaceId)
      .map(({ id, personId, name }) => ({ id, personId, name }));
  const cities = [...session.cities, null].map((city) => ({ city, present: of(city?.id ?? null) }));
  return {
    total: present.length,
    cities: cities.filter(({ present }) => present.length > 0),
    mine: open ? { here: present.some(({ personId }) => personId === actor.personId) } : null,
    locked,
  };
}

/** The list to tick, for whoever runs the session; null for everybody else. */
export async function attendanceSheetOf(session: SessionView): Promise<AttendanceSheet | null> {
  if (!session.abilities.run) return null;
  const [present, guests, locked] = await Promise.all([
    presentAt(session.id),
    guestsOf(db, session.id),
    isLocked(session.id),
  ]);
  const here = new Set(present.map(({ personId }) => personId));
  const known = new Set(guests.map(({ id }) => id));
  // Somebody who was there and has left the cohort since was there all the same.
  const gone = present.flatMap(({ personId, name, workspaceId }) =>
    personId && !known.has(personId) ? [{ id: personId, name, workspace_id: workspaceId, coming: true }] : [],
  );
  const everybody = [...guests, ...gone].map((one) => ({ ...one, place: placeIn(session, one.workspace_id) }));
  const cities = [...session.cities, null].map((city) => {
    const own = everybody.filter(({ place }) => place === (city?.id ?? null));
    const expected = own.filter(({ id, coming }) => coming || here.has(id));
    return {
      city,
      expected: expected.map(({ id, name }) => ({ id, name, here: here.has(id) })),
      others: own.filter((one) => !expected.includes(one)).map(({ id, name }) => ({ id, name })),
      guests: present.filter(
        ({ personId, workspaceId }) => !personId && placeIn(session, workspaceId) === (city?.id ?? null),
      ),
    };
  });
  return { cities, locked };
}

function placeIn(session: SessionView, workspaceId: string | null): string | null {
  return session.cities.find(({ id }) => id === workspaceId)?.id ?? null;
}

async function isLocked(sessionId: string): Promise<boolean> {
  const rows = await db
    .select({ at: minutes.lockedAt })
    .from(minutes)
    .where(and(eq(minutes.sessionId, sessionId), isNotNull(minutes.lockedAt)));
  return rows.length > 0;
}
