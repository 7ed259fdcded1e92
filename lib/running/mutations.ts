import "server-only";
import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { agendaItems, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import { scale } from "@/lib/formats/formats";
import { publish } from "@/lib/live/publish";
import { DOORS_MINUTES } from "@/lib/sessions/limits";
import { loadSession } from "@/lib/sessions/subjects";
import { clock } from "@/lib/time/now";
import { endInstant } from "@/lib/time/wall";
import { planOf, roomLeft } from "./plan";
import { crewOf, stepsOf } from "./rows";
import type { EntrustInput, ShortenInput, StartInput, StepInput } from "./schema";

interface Done {
  id: string;
}
type Row = typeof sessions.$inferSelect;

/** Opens a session: the first step runs from now on. From half an hour before its hour until its end; a second click changes nothing. */
export async function startSession(actor: Actor, { id }: StartInput): Promise<Done> {
  const session = authorizeSession(actor, "session.run", await loadSession(actor, id));
  const now = clock.now();
  return db.transaction(async (tx) => {
    const [started] = await tx
      .update(sessions)
      .set({ status: "live", wentLiveAt: now, stepId: firstStep(session.id) })
      .where(
        and(
          eq(sessions.id, session.id),
          eq(sessions.status, "scheduled"),
          lte(sessions.startsAt, endInstant(now, DOORS_MINUTES)),
          gt(sessions.endsAt, now),
        ),
      )
      .returning({ stepId: sessions.stepId });
    if (!started) return unchanged(tx, session.id, ["live", "held"]);
    if (started.stepId) await begin(tx, started.stepId, now);
    await tell(tx, actor, session, "session.start");
    return { id: session.id };
  });
}

/**
 * On to the next step, back to the one before, or over the next one. Two people who press at once move it once: the second
 * press was made for a step that runs no more.
 */
export async function moveStep(actor: Actor, { id, step, to }: StepInput): Promise<Done> {
  const session = authorizeSession(actor, "session.run", await loadSession(actor, id));
  const now = clock.now();
  return db.transaction(async (tx) => {
    const row = await running(tx, session.id, step);
    if (!row) return unchanged(tx, session.id, ["live"]);
    const steps = await stepsOf(tx, session.id);
    const at = steps.findIndex((one) => one.id === step);
    const open = at < 0 ? steps.findIndex(({ endedAt }) => endedAt === null) : at + 1;
    const over = to === "skip" ? steps[open] : undefined;
    const next =
      to === "back" ? steps.slice(0, Math.max(at, 0)).findLast(wasRun) : steps[to === "skip" ? open + 1 : open];
    if (!next) return { id: session.id };
    if (step) await end(tx, step, to === "back" ? { startedAt: null, endedAt: null } : { endedAt: now });
    if (over) await end(tx, over.id, { startedAt: null, endedAt: now });
    if (to === "back") await reopen(tx, session.id, next.id, now);
    else await begin(tx, next.id, now);
    await tx.update(sessions).set({ stepId: next.id }).where(eq(sessions.id, session.id));
    await tell(tx, actor, session, "session.step", { to, step: next.id });
    return { id: session.id };
  });
}

/** Shares the time that is left among the steps that are still to come, in proportion and none below a minute. */
export async function shortenRest(actor: Actor, { id, step }: ShortenInput): Promise<Done> {
  const session = authorizeSession(actor, "session.run", await loadSession(actor, id));
  return db.transaction(async (tx) => {
    const row = await running(tx, session.id, step);
    if (!row) return unchanged(tx, session.id, ["live"]);
    const plan = planOf(row, await stepsOf(tx, session.id), clock.now());
    const rest = plan.steps.filter(({ state }) => state === "next");
    const before = rest.reduce((sum, { minutes }) => sum + minutes, 0);
    const room = roomLeft(plan, row.endsAt);
    if (rest.length === 0 || room >= before) return { id: session.id };
    if (room < rest.length) throw fieldError("form", "running.error.noRoom", { count: rest.length });
    const lengths = scale(
      rest.map(({ minutes }) => minutes),
      room,
    );
    const values = rest.map((one, index) => sql`(${one.id}, ${lengths[index] ?? 1}::int)`);
    await tx.execute(
      sql`update agenda_items set minutes = fitted.minutes from (values ${sql.join(values, sql`, `)}) as fitted (id, minutes) where agenda_items.id = fitted.id`,
    );
    await tell(tx, actor, session, "session.shorten", { from: before, to: room });
    return { id: session.id };
  });
}

/** Hands the run sheet or the notes to somebody, or back to the facilitators. */
export async function entrust(actor: Actor, { id, task, person, was }: EntrustInput): Promise<Done> {
  const session = authorizeSession(actor, "session.run", await loadSession(actor, id));
  if (person === was) return { id: session.id };
  if (person && (await crewOf(session.id, person)).length === 0) throw fieldError("person", "running.error.person");
  const column = task === "run" ? sessions.runnerId : sessions.noteTakerId;
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(sessions)
      .set(task === "run" ? { runnerId: person } : { noteTakerId: person })
      .where(and(eq(sessions.id, session.id), was ? eq(column, was) : isNull(column)))
      .returning({ id: sessions.id });
    if (!changed) throw new AppError("conflict");
    await tell(tx, actor, session, task === "run" ? "session.hand-over" : "session.note-taker", { person });
    return { id: session.id };
  });
}

/** Closes a session that is live: from now on it is held, and its minutes can be written. A second click changes nothing. */
export async function endSession(actor: Actor, { id }: StartInput): Promise<Done> {
  const session = authorizeSession(actor, "session.run", await loadSession(actor, id));
  const now = clock.now();
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ stepId: sessions.stepId })
      .from(sessions)
      .where(and(eq(sessions.id, session.id), eq(sessions.status, "live")))
      .for("no key update");
    if (!row) return unchanged(tx, session.id, ["held"]);
    await tx.update(sessions).set({ status: "held", heldAt: now, stepId: null }).where(eq(sessions.id, session.id));
    if (row.stepId) await end(tx, row.stepId, { endedAt: now });
    await tell(tx, actor, session, "session.end");
    return { id: session.id };
  });
}

function firstStep(sessionId: string) {
  return sql`(select a.id from agenda_items a where a.session_id = ${sessionId} order by a.position limit 1)`;
}

/** The session, locked, if it is live and `step` is still the one that runs. */
async function running(tx: Tx, sessionId: string, step: string | null): Promise<Row | undefined> {
  const [row] = await tx
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.status, "live"),
        step ? eq(sessions.stepId, step) : isNull(sessions.stepId),
      ),
    )
    .for("no key update");
  return row;
}

/** Somebody was faster and all is as it was meant; anything else is a conflict. */
async function unchanged(tx: Tx, sessionId: string, fine: readonly Row["status"][]): Promise<Done> {
  const [row] = await tx.select({ status: sessions.status }).from(sessions).where(eq(sessions.id, sessionId));
  if (!row || !fine.includes(row.status)) throw new AppError("conflict");
  return { id: sessionId };
}

const wasRun = ({ startedAt }: { startedAt: Date | null }) => startedAt !== null;

async function begin(tx: Tx, stepId: string, startedAt: Date) {
  await tx.update(agendaItems).set({ startedAt, endedAt: null }).where(eq(agendaItems.id, stepId));
}

async function end(tx: Tx, stepId: string, times: { startedAt?: null; endedAt: Date | null }) {
  await tx.update(agendaItems).set(times).where(eq(agendaItems.id, stepId));
}

/** The step goes on from where it began; what came after it, and was left out, is open again. */
async function reopen(tx: Tx, sessionId: string, stepId: string, now: Date) {
  await tx.execute(sql`
    update agenda_items a set ended_at = null,
      started_at = case when a.id = ${stepId} then coalesce(a.started_at, ${now.toISOString()}::timestamptz) end
    from agenda_items b
    where b.id = ${stepId} and a.session_id = ${sessionId} and a.position >= b.position`);
}

async function tell(
  tx: Tx,
  actor: Actor,
  session: { id: string; cohortId: string },
  action: string,
  detail: Record<string, string | number | null> = {},
) {
  const subject = { actorId: actor.personId, cohortId: session.cohortId, subjectId: session.id };
  await record(tx, { ...subject, action, detail });
  await publish(tx, `session:${session.id}`, { kind: "step" });
}
