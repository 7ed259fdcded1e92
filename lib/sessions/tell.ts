import "server-only";
import { and, eq, gt, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { answers, memberships } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { sendToCalendars } from "@/lib/calendars/invite";
import { notify } from "@/lib/inbox/notify";

/** What people are told about a session. */
export type SessionNews = "session-scheduled" | "session-moved" | "session-cancelled";

interface Told {
  id: string;
  cohortId: string;
  invited: string[];
}

/**
 * Tells everybody in the invited cities, and whoever else of the cohort meant to come: a line in the Inbox, but for whoever
 * did it, and a message that puts the session into their calendar, moves it there or takes it out. `actor` is null when a
 * clock's rules did it.
 */
export async function tellAbout(tx: Tx, actor: Actor | null, session: Told, kind: SessionNews) {
  const coming = await tx
    .select({ id: answers.personId })
    .from(answers)
    .where(
      and(
        eq(answers.sessionId, session.id),
        ne(answers.answer, "not"),
        sql`exists (select 1 from ${memberships} where ${memberships.personId} = ${answers.personId} and ${memberships.cohortId} = ${session.cohortId} and (${memberships.untilAt} is null or ${memberships.untilAt} > now()))`,
      ),
    );
  const personIds = [...(await membersOf(tx, session.invited)), ...coming.map((row) => row.id)];
  await notify(tx, { kind, sessionId: session.id, actorId: actor?.personId ?? null, personIds, mailed: true });
  const message = kind === "session-cancelled" ? "calendar-cancel" : "calendar-request";
  await sendToCalendars(tx, message, session.id, personIds);
}

export async function membersOf(tx: Tx, cities: readonly string[]): Promise<string[]> {
  if (cities.length === 0) return [];
  const rows = await tx
    .selectDistinct({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        inArray(memberships.workspaceId, [...cities]),
        lte(memberships.fromAt, sql`now()`),
        or(isNull(memberships.untilAt), gt(memberships.untilAt, sql`now()`)),
      ),
    );
  return rows.map((row) => row.id);
}
