import "server-only";
import { and, asc, eq, gt, gte, inArray, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { series, sessionCities, sessions } from "@/db/schema";
import { AppError } from "@/lib/errors/errors";
import { OPEN } from "@/lib/sessions/lifecycle";
import { clock } from "@/lib/time/now";
import type { Several } from "./limits";

type Session = typeof sessions.$inferSelect;
export type SeriesSession = Session & { seriesStart: string; invited: string[] };

/**
 * The series of a session, locked, and those of its sessions that a change is meant for: open ones that have not begun, the
 * session itself among them, in the order of the series. Who changes the same series meanwhile waits.
 */
export async function sessionsMeant(tx: Tx, sessionId: string, scope: Several) {
  const [found] = await tx
    .select({ seriesId: sessions.seriesId, seriesStart: sessions.seriesStart })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  if (!found?.seriesId || found.seriesStart === null) throw new AppError("invalid");
  const [row] = await tx.select().from(series).where(eq(series.id, found.seriesId)).for("no key update");
  if (!row) throw new AppError("conflict");
  const meant = await tx
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.seriesId, row.id),
        scope === "following" ? gte(sessions.seriesStart, found.seriesStart) : undefined,
        inArray(sessions.status, [...OPEN]),
        or(eq(sessions.id, sessionId), gt(sessions.startsAt, clock.now())),
      ),
    )
    // In one order for all who lock several sessions.
    .orderBy(asc(sessions.id))
    .for("no key update");
  const invited = await citiesOfAll(tx, meant);
  const all = meant
    .map((session) => ({ ...session, seriesStart: session.seriesStart ?? "", invited: invited.get(session.id) ?? [] }))
    .sort((a, b) => (a.seriesStart < b.seriesStart ? -1 : 1));
  const itself = all.find(({ id }) => id === sessionId);
  const [first] = all;
  if (!itself || !first) throw new AppError("conflict");
  return { series: row, sessions: all, itself, first };
}

async function citiesOfAll(tx: Tx, of: readonly { id: string }[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (of.length === 0) return found;
  const rows = await tx
    .select({ sessionId: sessionCities.sessionId, workspaceId: sessionCities.workspaceId })
    .from(sessionCities)
    .where(
      inArray(
        sessionCities.sessionId,
        of.map(({ id }) => id),
      ),
    );
  for (const { sessionId, workspaceId } of rows) found.set(sessionId, [...(found.get(sessionId) ?? []), workspaceId]);
  return found;
}
