import "server-only";
import { and, asc, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { series, sessions, workspaces } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import { isId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import { holidayCities, seriesCities } from "./hours";
import { SERIES_LISTED } from "./limits";
import type { Series } from "./materialise";
import { place } from "./occurrences";
import type { SeriesLine, SeriesMark, SeriesView } from "./types";

/** The series that a session belongs to, as the actor may know it. */
export async function seriesLine(
  actor: Actor,
  session: { seriesId: string | null; startsAt: Date },
): Promise<SeriesLine | null> {
  if (session.seriesId === null) return null;
  const [[row], later] = await Promise.all([
    db.select().from(series).where(eq(series.id, session.seriesId)),
    db
      .select({ id: sessions.id, startsAt: sessions.startsAt, count: sql<number>`(count(*) over ())::int` })
      .from(sessions)
      .where(
        and(
          eq(sessions.seriesId, session.seriesId),
          gt(sessions.startsAt, session.startsAt),
          ne(sessions.status, "cancelled"),
          sessionsVisibleTo(actor),
        ),
      )
      .orderBy(asc(sessions.startsAt))
      .limit(1),
  ]);
  if (!row) return null;
  const [next] = later;
  const { id, rhythm, wallStart, zone, rotates, untilOn } = row;
  return {
    ...{ id, rhythm, wallStart, zone, rotates, untilOn },
    toCome: next?.count ?? 0,
    next: next ? { id: next.id, startsAt: next.startsAt } : null,
  };
}

/** A series with its sessions, or null for those who may see none of them. */
export async function getSeries(actor: Actor, id: string): Promise<SeriesView | null> {
  if (!isId(id)) return null;
  const [row] = await db.select().from(series).where(eq(series.id, id));
  if (!row) return null;
  const visible = await db
    .select({
      id: sessions.id,
      title: sessions.title,
      language: sessions.language,
      status: sessions.status,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      wallStart: sessions.wallStart,
      zone: sessions.zone,
      seriesStart: sessions.seriesStart,
    })
    .from(sessions)
    .where(and(eq(sessions.seriesId, id), sessionsVisibleTo(actor)))
    // Of a long series the latest: what is still to come is never left out.
    .orderBy(desc(sessions.startsAt))
    .limit(SERIES_LISTED);
  if (visible.length === 0) return null;
  const [fair, cities] = await Promise.all([
    db.transaction((tx) => seriesCities(tx, { ...row, rotates: false })),
    db
      .select({
        id: workspaces.id,
        name: workspaces.name,
        localName: workspaces.localName,
        languages: workspaces.languages,
        zone: workspaces.zone,
      })
      .from(workspaces)
      .where(inArray(workspaces.id, [...row.template.required, ...row.template.optional])),
  ]);
  const now = clock.now();
  const lines = visible.reverse().map(({ status, wallStart, zone, seriesStart, ...line }) => ({
    ...line,
    marks: status === "cancelled" ? ["cancelled" as const] : marksOf(row, { wallStart, zone, seriesStart }),
    holidays: status === "cancelled" ? [] : holidayCities(line.startsAt, fair),
  }));
  const { rhythm, wallStart, zone, rotates, minutes, untilOn, skipsHolidays, cohortId, template } = row;
  return {
    ...{ id, rhythm, wallStart, zone, rotates, minutes, untilOn, skipsHolidays, cities },
    title: template.title,
    language: template.language,
    coming: lines.filter(({ endsAt }) => endsAt > now),
    past: lines.filter(({ endsAt }) => endsAt <= now).reverse(),
    abilities: { end: canPlace(actor, "session.schedule", { cohortId, workspaceId: null }) },
  };
}

/** A rotating series has no hour that a session could leave. */
function marksOf(
  { zone, rotates }: Series,
  session: { wallStart: string; zone: string; seriesStart: string | null },
): SeriesMark[] {
  if (rotates || session.seriesStart === null) return [];
  const placed = place(session.seriesStart, zone);
  if (session.zone !== zone || session.wallStart !== placed.wallStart) return ["moved"];
  return placed.shifted ? ["shifted"] : [];
}
