import "server-only";
import { and, asc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessionCities, sessions, workspaces } from "@/db/schema";
import { clock } from "@/lib/time/now";
import { burdenOf } from "./burden";
import { effectiveHolidays } from "./holidays";
import { HOURS, ownHolidays } from "./queries";

/**
 * Writes down what the hour of a session costs each of its cities, in quarters of a point; those that need not be there
 * pay nothing. Called wherever its time or its cities are set.
 */
export async function reckonBurdens(tx: Tx, sessionId: string): Promise<void> {
  await reckon(tx, eq(sessions.id, sessionId));
}

/** The same for one city whose hours or holidays have changed, in all sessions ahead; what is held stays as it was. */
export async function reckonCity(tx: Tx, workspaceId: string): Promise<void> {
  const ahead = and(gt(sessions.startsAt, clock.now()), inArray(sessions.status, ["scheduled", "polling", "live"]));
  // First the sessions, as everybody does who moves one: the hour that is reckoned here must not be an old one.
  await tx
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(sessionCities, and(eq(sessionCities.sessionId, sessions.id), eq(sessionCities.workspaceId, workspaceId)))
    .where(ahead)
    .orderBy(asc(sessions.id))
    .for("update", { of: sessions });
  await reckon(tx, and(ahead, eq(workspaces.id, workspaceId)));
}

async function reckon(tx: Tx, which: SQL | undefined): Promise<void> {
  const rows = await tx
    .select({
      ...HOURS,
      sessionId: sessions.id,
      startsAt: sessions.startsAt,
      minutes: sessions.minutes,
      required: sessionCities.required,
    })
    .from(sessionCities)
    .innerJoin(sessions, eq(sessions.id, sessionCities.sessionId))
    .innerJoin(workspaces, eq(workspaces.id, sessionCities.workspaceId))
    .where(which);
  if (rows.length === 0) return;
  const own = await ownHolidays(tx, [...new Set(rows.map(({ id }) => id))]);
  const costs = rows.map((row) => {
    const city = { zone: row.zone, week: row.week, holidays: effectiveHolidays(row, own.get(row.id) ?? []) };
    const burden = row.required ? burdenOf(city, row.startsAt, row.minutes).burden : 0;
    return sql`(${row.sessionId}, ${row.id}, ${burden}::int)`;
  });
  await tx.execute(sql`
    update session_cities c set burden = v.burden
    from (values ${sql.join(costs, sql`, `)}) v (session_id, workspace_id, burden)
    where c.session_id = v.session_id and c.workspace_id = v.workspace_id and c.burden <> v.burden`);
}
