import "server-only";
import { and, asc, eq, gt, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { memberships, sessionCities, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { reckonBurdens } from "@/lib/fair-hours/reckon";
import { notify } from "@/lib/inbox/notify";
import { clock } from "@/lib/time/now";
import { endInstant, instantToWall, wallToInstant } from "@/lib/time/wall";
import { zoneRulesVersion } from "@/lib/time/zones";
import { OPEN } from "./lifecycle";
import { isAnnounced } from "./move";
import { tellAbout } from "./tell";

type Row = typeof sessions.$inferSelect;

/** The rules of the world's clocks, as this server has them. */
export interface Rules {
  version: string;
  instantOf: typeof wallToInstant;
  wallOf: typeof instantToWall;
}

/**
 * Daily: sessions ahead whose instant was derived with other zone rules than those in use. The time on the wall stays, the
 * instant is derived anew; where it moves, everybody invited hears of it.
 */
export async function recheckClocks(
  rules: Rules = { version: zoneRulesVersion(), instantOf: wallToInstant, wallOf: instantToWall },
): Promise<void> {
  const outdated = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        gt(sessions.startsAt, clock.now()),
        inArray(sessions.status, [...OPEN]),
        ne(sessions.zoneRules, rules.version),
      ),
    )
    .orderBy(asc(sessions.startsAt));
  for (const { id } of outdated)
    await db.transaction(async (tx) => {
      const [row] = await tx
        .select()
        .from(sessions)
        .where(and(eq(sessions.id, id), ne(sessions.zoneRules, rules.version)))
        .for("no key update");
      if (row) await recheck(tx, row, rules);
    });
}

async function recheck(tx: Tx, row: Row, { version, instantOf, wallOf }: Rules): Promise<void> {
  const { id, wallStart, zone, startsAt, minutes } = row;
  const placed = instantOf(wallStart, zone);
  if (!placed.ok) return keepInstant(tx, row, version, wallOf(startsAt, zone));
  const moved = placed.instant.getTime() !== startsAt.getTime();
  await tx
    .update(sessions)
    .set({
      zoneRules: version,
      ...(moved && {
        startsAt: placed.instant,
        endsAt: endInstant(placed.instant, minutes),
        sequence: sql`${sessions.sequence} + 1`,
        stampedAt: sql`now()`,
      }),
    })
    .where(eq(sessions.id, id));
  if (!moved) return;
  await reckonBurdens(tx, id);
  await noted(tx, row, { from: startsAt.toISOString(), startsAt: placed.instant.toISOString() });
  if (!isAnnounced(row)) return;
  const cities = await tx
    .select({ id: sessionCities.workspaceId })
    .from(sessionCities)
    .where(eq(sessionCities.sessionId, id));
  await tellAbout(tx, null, { id, cohortId: row.cohortId, invited: cities.map((city) => city.id) }, "session-moved");
}

/**
 * The hour that was agreed on no longer exists that day, or exists twice. The instant stays, since it is what all other
 * cities have in their calendars, and whoever facilitates hears of it, to move the session if they wish.
 */
async function keepInstant(tx: Tx, row: Row, zoneRules: string, wallStart: string): Promise<void> {
  await tx.update(sessions).set({ zoneRules, wallStart }).where(eq(sessions.id, row.id));
  await noted(tx, row, { wallStart: row.wallStart, shows: wallStart });
  const facilitators = await tx
    .selectDistinct({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.cohortId, row.cohortId),
        eq(memberships.role, "facilitator"),
        or(isNull(memberships.untilAt), gt(memberships.untilAt, sql`now()`)),
      ),
    );
  const personIds = facilitators.map(({ id }) => id);
  await notify(tx, { kind: "session-moved", sessionId: row.id, actorId: null, personIds });
}

function noted(tx: Tx, { id, cohortId, zone }: Row, detail: Record<string, string>) {
  return record(tx, {
    actorId: null,
    action: "session.recheck",
    cohortId,
    subjectId: id,
    detail: { zone, ...detail },
  });
}
