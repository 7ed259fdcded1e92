import "server-only";
import { and, asc, desc, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { series, sessions, workspaces } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { sessionsVisibleTo } from "@/lib/auth/visible-to";
import type { FairCity } from "@/lib/fair-hours/types";
import { isId } from "@/lib/ids";
import { addDays } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { dateIn } from "@/lib/time/wall";
import { holidayCities, seriesCities } from "./hours";
import { AHEAD_WEEKS, SERIES_LISTED } from "./limits";
import type { Series } from "./materialise";
import { occurrences, place } from "./occurrences";
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
      .where(inArray(workspaces.id, [...row.template.required, ...row.template.optional]))
      .orderBy(asc(workspaces.longitude), asc(workspaces.id)),
  ]);
  const now = clock.now();
  const made = new Set(visible.map(({ seriesStart }) => seriesStart));
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
    leftOut: leftOut(row, now, fair).filter(({ seriesStart }) => !made.has(seriesStart)),
    coming: lines.filter(({ endsAt }) => endsAt > now),
    past: lines.filter(({ endsAt }) => endsAt <= now).reverse(),
    abilities: { end: canPlace(actor, "session.schedule", { cohortId, workspaceId: null }) },
  };
}

/** Starts of the weeks ahead that fall on a holiday of a city that must be there, when the series skips those. */
function leftOut(row: Series, now: Date, cities: readonly FairCity[]) {
  if (!row.skipsHolidays || row.rotates) return [];
  const today = dateIn(now, row.zone);
  return occurrences(row, today, addDays(today, AHEAD_WEEKS * 7))
    .filter(({ startsAt }) => startsAt > now)
    .map(({ seriesStart, startsAt }) => ({ seriesStart, startsAt, holidays: holidayCities(startsAt, cities) }))
    .filter(({ holidays }) => holidays.length > 0);
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
