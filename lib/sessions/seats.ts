import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { answers, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { inviteAgain } from "@/lib/calendars/invite";
import { notify } from "@/lib/inbox/notify";
import { publish } from "@/lib/live/publish";
import { clock } from "@/lib/time/now";
import type { Answer, StoredAnswer } from "./limits";
import { type Guest, promoted } from "./seat-rules";

/** An answer of one person to one session. */
export interface Given {
  personId: string;
  answer: Answer;
}

/**
 * Writes answers down, those who want to come in the order given: a seat, or the end of the waiting list; whoever had one
 * keeps it. A seat that becomes free goes to the first who waits. What is stored now, for those whose answer changed.
 */
export async function giveAnswers(
  tx: Tx,
  sessionId: string,
  given: readonly Given[],
): Promise<Map<string, StoredAnswer>> {
  await lockSession(tx, sessionId);
  if (given.length === 0) return new Map();
  const changed = await tx
    .insert(answers)
    .values(
      given.map(({ personId, answer }) => ({
        sessionId,
        personId,
        // Everybody who wants to come stands in line first; where there are seats the line is empty at once.
        answer: answer === "going" ? ("waiting" as const) : answer,
        answeredAt: sql`clock_timestamp()`,
      })),
    )
    .onConflictDoUpdate({
      target: [answers.sessionId, answers.personId],
      set: { answer: sql`excluded.answer`, answeredAt: sql`excluded.answered_at` },
      setWhere: sql`${answers.answer} <> excluded.answer and not (${answers.answer} = 'going' and excluded.answer = 'waiting')`,
    })
    .returning({ personId: answers.personId, answer: answers.answer });
  const asked = changed.map(({ personId }) => personId);
  const seated = await settleSeats(tx, sessionId, asked);
  return new Map(
    changed.map(({ personId, answer }) => [personId, seated.includes(personId) ? "going" : answer] as const),
  );
}

/**
 * Gives the seats that are free to those who wait, first come first, and tells them; `asking` know it already. Called
 * whenever a seat may have become free. Returns who got one.
 */
export async function settleSeats(tx: Tx, sessionId: string, asking: readonly string[] = []): Promise<string[]> {
  const session = await lockSession(tx, sessionId);
  if (!session) return [];
  const { capacity, cohortId } = session;
  const held = session.seatsHeldUntil !== null && session.seatsHeldUntil > clock.now();
  const guests = await guestsOf(tx, sessionId);
  const room = { capacity, heldFor: held ? await citiesOfSession(tx, sessionId) : [] };
  const seated = promoted(
    room,
    guests.filter(({ answer }) => answer === "going"),
    guests.filter(({ answer }) => answer === "waiting"),
  ).map(({ personId }) => personId);
  if (seated.length > 0)
    await tx
      .update(answers)
      .set({ answer: "going" })
      .where(and(eq(answers.sessionId, sessionId), inArray(answers.personId, seated)));
  const going = guests.filter(({ answer }) => answer === "going").length + seated.length;
  await tx.update(sessions).set({ seatsTaken: going }).where(eq(sessions.id, sessionId));
  await publish(tx, `session:${sessionId}`, { kind: "answer" });

  const told = seated.filter((personId) => !asking.includes(personId));
  for (const personId of told)
    await record(tx, {
      actorId: null,
      action: "session.promote",
      cohortId,
      subjectId: sessionId,
      detail: { personId },
    });
  await notify(tx, { kind: "seat-free", sessionId, actorId: null, personIds: told, mailed: true });
  await inviteAgain(tx, sessionId, told);
  return seated;
}

/**
 * Takes the answers of those who are no longer invited, such as somebody whose membership ended or a city that was taken
 * off, and gives their seats on. Returns whose answers those were.
 */
export async function forgetUninvited(tx: Tx, sessionId: string): Promise<string[]> {
  await lockSession(tx, sessionId);
  const gone = await tx
    .delete(answers)
    .where(and(eq(answers.sessionId, sessionId), sql`not ${mayAnswer(sql`${answers.personId}`, sessionId)}`))
    .returning({ personId: answers.personId });
  if (gone.length > 0) await settleSeats(tx, sessionId);
  return gone.map(({ personId }) => personId);
}

/**
 * Inside the transaction that ends a membership: the seats that the person had in sessions to come. All of those are locked,
 * not only where there is an answer: one that is on its way was either given before and is found, or waits and is refused.
 */
export async function leaveSeats(tx: Tx, { personId, cohortId }: { personId: string; cohortId: string }) {
  const coming = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.cohortId, cohortId),
        sql`${sessions.status} not in ('cancelled', 'held')`,
        sql`(${sessions.endsAt} > ${clock.now().toISOString()}::timestamptz or ${sessions.status} = 'polling')`,
      ),
    )
    .orderBy(sessions.id)
    .for("no key update");
  if (coming.length === 0) return;
  const ids = coming.map(({ id }) => id);
  const given = await tx
    .select({ id: answers.sessionId })
    .from(answers)
    .where(and(eq(answers.personId, personId), inArray(answers.sessionId, ids)))
    .orderBy(answers.sessionId);
  for (const { id } of given) await forgetUninvited(tx, id);
}

/** Whoever counts seats waits here for whoever does it already. */
async function lockSession(tx: Tx, sessionId: string) {
  const [row] = await tx
    .select({ capacity: sessions.capacity, seatsHeldUntil: sessions.seatsHeldUntil, cohortId: sessions.cohortId })
    .from(sessions)
    .where(eq(sessions.id, sessionId))
    .for("no key update");
  return row ?? null;
}

/**
 * The SQL of the rule "session.answer", by the memberships that hold at this moment: not now(), which is when the
 * transaction began. To be asked in a statement of its own, once the session is locked: see `leaveSeats`.
 */
export function mayAnswer(personId: SQL, sessionId: string): SQL {
  return sql`exists (select 1 from memberships m join sessions s on s.id = ${sessionId} and s.cohort_id = m.cohort_id
    where m.person_id = ${personId} and m.from_at <= now() and (m.until_at is null or m.until_at > clock_timestamp())
      and (m.role in ('facilitator', 'admin')
        or m.workspace_id in (select c.workspace_id from session_cities c where c.session_id = s.id)))`;
}

interface GuestRow extends Record<string, unknown> {
  person_id: string;
  answer: StoredAnswer;
  cities: string[];
}

/** Who comes and who waits, in the order in which they said so. */
async function guestsOf(tx: Tx, sessionId: string): Promise<(Guest & { answer: StoredAnswer })[]> {
  const rows = await tx.execute<GuestRow>(sql`
    select a.person_id, a.answer, array(select c.workspace_id from session_cities c join memberships m
        on m.workspace_id = c.workspace_id and m.person_id = a.person_id and m.from_at <= now()
        and (m.until_at is null or m.until_at > now())
      where c.session_id = a.session_id) as cities
    from answers a where a.session_id = ${sessionId} and a.answer in ('going', 'waiting')
    order by a.answered_at, a.person_id`);
  return rows.map((row) => ({ personId: row.person_id, answer: row.answer, cities: row.cities }));
}

async function citiesOfSession(tx: Tx, sessionId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select workspace_id as id from session_cities where session_id = ${sessionId}`,
  );
  return rows.map(({ id }) => id);
}
