import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { commitmentAsks } from "@/db/schema";
import { freeDays } from "@/lib/fair-hours/queries";
import { notify } from "@/lib/inbox/notify";
import { addDays } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { dateIn, instantToWall } from "@/lib/time/wall";
import { answerable } from "./answerable";
import { ASKS, type Ask } from "./limits";

/** From this hour of the city's morning. */
const MORNING = "08:00";

/**
 * The day of each question: the due date, and 30 and 90 days after the session in which it was made (after it was written
 * down, when that was outside a session).
 */
export function askDays(made: string, dueOn: string): Record<Ask, string> {
  return { due: dueOn, "after-30": addDays(made, 30), "after-90": addDays(made, 90) };
}

interface Row extends Record<string, unknown> {
  id: string;
  workspace_id: string;
  person_id: string | null;
  zone: string;
  due_on: string;
  made_at: string;
  asked: Ask[];
}

/** Asks about each open commitment whose day has come, in its city's morning, on the next day on which the city works. */
export async function askAboutCommitments(): Promise<void> {
  const now = clock.now();
  const rows = await db.execute<Row>(sql`
    select c.id, c.workspace_id, c.person_id, w.zone, c.due_on::text as due_on, coalesce(s.starts_at, c.created_at) as made_at,
      (select coalesce(json_agg(a.ask), '[]') from commitment_asks a where a.commitment_id = c.id) as asked
    from commitments c join workspaces w on w.id = c.workspace_id left join sessions s on s.id = c.session_id
    where c.closed_at is null
      and (select count(*) from commitment_asks a where a.commitment_id = c.id) < ${ASKS.length}
    order by c.id`);
  for (const row of rows) {
    const today = dateIn(now, row.zone);
    const days = askDays(dateIn(new Date(row.made_at), row.zone), row.due_on);
    const come = ASKS.filter((ask) => days[ask] <= today && !row.asked.includes(ask));
    if (come.length === 0 || instantToWall(now, row.zone).slice(11) < MORNING) continue;
    if ((await freeDays(row.workspace_id, today, today)).has(today)) continue;
    await ask(row, come);
  }
}

/** All questions that have come are one: each is noted, so that none is asked twice, also by two workers at once. */
async function ask(row: Row, come: Ask[]): Promise<void> {
  await db.transaction(async (tx) => {
    const noted = await tx
      .insert(commitmentAsks)
      .values(come.map((one) => ({ commitmentId: row.id, ask: one })))
      .onConflictDoNothing()
      .returning({ ask: commitmentAsks.ask });
    if (noted.length === 0) return;
    const personIds = await answerable(tx, row.workspace_id, row.person_id);
    await notify(tx, { kind: "commitment-due", commitmentId: row.id, actorId: null, personIds });
  });
}
