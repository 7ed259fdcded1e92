import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { asks } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { WorkDay } from "@/lib/fair-hours/limits";
import { notify } from "@/lib/inbox/notify";
import { awayUntil } from "@/lib/people/away";
import { dayNumber, weekdayOf } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { instantToWall } from "@/lib/time/wall";
import { type HoursRow, hoursJson, workingTime } from "./clock";
import { OPEN, REPLIED } from "./rows";

const NOON = 720;
/** A city that begins at noon has a morning too. */
const MORNING_MIN = 120;

interface Row extends Record<string, unknown> {
  id: string;
  cohort_id: string;
  workspace_id: string;
  hours: HoursRow;
}

const DUE = sql`${OPEN} and asks.reminded_at is null and not ${REPLIED}`;

/** Hourly: reminds each city once of what it was to answer by now, in its own morning. */
export async function tendAsks(): Promise<void> {
  const now = clock.now();
  const rows = await db.execute<Row>(sql`
    select asks.id, asks.cohort_id, t.id as workspace_id, ${hoursJson("t")} as hours
    from ${asks} join workspaces t on t.id = asks.to_workspace_id
    where asks.due_at <= ${now.toISOString()}::timestamptz and ${DUE} order by asks.due_at, asks.id`);
  for (const row of rows) if (isTheirMorning(row.hours, now)) await remind(row, now);
}

/** Whether a city has begun a working day and it is before noon there. */
export function isTheirMorning(hours: HoursRow, now: Date): boolean {
  const { zone, week, holidays } = workingTime(hours);
  const [date = "", time = ""] = instantToWall(now, zone).split("T");
  const day: WorkDay = holidays.has(date) ? null : (week[weekdayOf(dayNumber(date))] ?? null);
  if (!day) return false;
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return minutes >= day[0] && minutes < Math.min(day[1], Math.max(NOON, day[0] + MORNING_MIN));
}

async function remind({ id, cohort_id, workspace_id }: Row, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    // Two workers at once, or an answer in this moment: one reminder at most.
    const taken = await tx
      .update(asks)
      .set({ remindedAt: sql`now()` })
      .where(and(eq(asks.id, id), isNull(asks.remindedAt), DUE))
      .returning({ id: asks.id });
    if (taken.length === 0) return;
    const people = await tx.execute<{ id: string; away: boolean }>(sql`
      select p.id, ${awayUntil("p", now)} is not null as away
      from memberships m join people p on p.id = m.person_id
      where m.workspace_id = ${workspace_id} and m.role in ('lead', 'official')
        and m.from_at <= now() and (m.until_at is null or m.until_at > now()) group by p.id`);
    const there = people.filter(({ away }) => !away);
    const personIds = (there.length > 0 ? there : people).map((person) => person.id);
    await notify(tx, { kind: "ask-due", askId: id, actorId: null, personIds });
    const place = { cohortId: cohort_id, workspaceId: workspace_id };
    await record(tx, { actorId: null, action: "ask.remind-due", ...place, subjectId: id });
  });
}
