import "server-only";
import { and, eq, notInArray, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { agendaItems, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import { scale } from "@/lib/formats/formats";
import { leadFrom } from "@/lib/formats/lead-words";
import { newId } from "@/lib/ids";
import { publish } from "@/lib/live/publish";
import { cityName } from "@/lib/sessions/city-name";
import { loadHost, loadReadings, loadSession } from "@/lib/sessions/subjects";
import { agendaMark, isAnnounced, stepsOfSession } from "./queries";
import { type AgendaInput, type AgendaRow, agendaRows } from "./schema";
import type { EditedStep } from "./types";

type Step = Omit<EditedStep, "started">;

/**
 * Puts an agenda in the place of the one before. Steps keep their ids, because notes hang on them. Refused: an agenda that
 * somebody else has changed since (the form comes back with both), one without a step that has begun, and one that outgrows
 * its session once people have been invited.
 */
export async function saveAgenda(actor: Actor, input: AgendaInput): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.edit", await loadSession(actor, input.id));
  const host = await loadHost(session.cohortId, session.hostId);
  const rows = agendaRows(input);
  await checkWriteUps(actor, session.cohortId, rows);
  return db.transaction(async (tx) => {
    // Everybody who changes an agenda, or runs its steps, waits here for the other.
    const [locked] = await tx
      .select({ minutes: sessions.minutes, status: sessions.status })
      .from(sessions)
      .where(eq(sessions.id, session.id))
      .for("no key update");
    if (!locked || locked.status === "held" || locked.status === "cancelled") throw new AppError("conflict");
    const before = await stepsOfSession(tx, session.id);
    const seen = agendaMark(before);
    if (seen !== input.seen)
      throw new AppError("conflict", {
        fields: { rows: { key: "agenda.error.changed" } },
        values: { seen, theirs: inWords(before) },
      });

    const hostIn = (locale: string) => host && cityName(host, locale);
    const steps = stepsFrom(rows, before, hostIn);
    keepsBegun(before, steps);
    const after = input.fit ? fitted(steps, before, locked.minutes) : steps;
    if (isAnnounced(locked.status)) fitsIn(after, before, locked.minutes);
    if (agendaMark(after.map((step) => ({ ...step, started: false }))) === seen) return { id: session.id };

    await write(tx, session.id, after, before);
    await record(tx, {
      actorId: actor.personId,
      action: "session.edit-agenda",
      cohortId: session.cohortId,
      subjectId: session.id,
      detail: { steps: after.length, minutes: total(after) },
    });
    await publish(tx, `session:${session.id}`, { kind: "agenda" });
    return { id: session.id };
  });
}

/** A row that says no id of this agenda, or one that another row said before, is a new step. */
function stepsFrom(
  rows: readonly AgendaRow[],
  before: readonly EditedStep[],
  hostIn: Parameters<typeof leadFrom>[1],
): Step[] {
  const known = new Set(before.map(({ id }) => id));
  return rows.map((row) => ({
    id: known.delete(row.id) ? row.id : newId(),
    title: row.title,
    minutes: row.length,
    lead: leadFrom(row.lead, hostIn),
    output: row.output || null,
    writeUpId: row.writeUpId || null,
  }));
}

/** A step may be about what the whole cohort reads. */
async function checkWriteUps(actor: Actor, cohortId: string, rows: readonly AgendaRow[]) {
  const asked = rows.flatMap(({ writeUpId }) => writeUpId || []);
  try {
    await loadReadings(actor, cohortId, asked);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    throw fieldError("rows", "agenda.error.writeUp");
  }
}

function keepsBegun(before: readonly EditedStep[], after: readonly Step[]) {
  const gone = before.find((step) => step.started && !after.some(({ id }) => id === step.id));
  if (gone) throw fieldError("rows", "agenda.error.begun", { title: gone.title });
}

/** What has begun keeps its minutes; the others share what is left in their proportions. */
function fitted(steps: readonly Step[], before: readonly EditedStep[], minutes: number): Step[] {
  const begun = new Set(before.filter(({ started }) => started).map(({ id }) => id));
  const open = steps.filter(({ id }) => !begun.has(id));
  const left = minutes - total(steps.filter(({ id }) => begun.has(id)));
  if (open.length === 0) return [...steps];
  if (left < open.length) throw fieldError("total", "agenda.error.noRoom", { minutes, steps: steps.length });
  const lengths = scale(
    open.map((step) => step.minutes),
    left,
  );
  return steps.map((step) => ({ ...step, minutes: lengths[open.indexOf(step)] ?? step.minutes }));
}

/** Who was invited counts on the end. An agenda that was too long already may still be changed, but not grow. */
function fitsIn(after: readonly Step[], before: readonly Step[], minutes: number) {
  const sum = total(after);
  if (sum > minutes && sum > total(before))
    throw fieldError("total", "agenda.error.tooLong", { sum, minutes, over: sum - minutes });
}

async function write(tx: Tx, sessionId: string, steps: readonly Step[], before: readonly EditedStep[]) {
  const ids = steps.map(({ id }) => id);
  await tx
    .delete(agendaItems)
    .where(and(eq(agendaItems.sessionId, sessionId), ids.length > 0 ? notInArray(agendaItems.id, ids) : undefined));
  const kept = steps.filter(({ id }) => before.some((one) => one.id === id));
  if (kept.length > 0) {
    // No two steps may hold one place even for a moment: first all out of the way, then each to its own.
    await tx
      .update(agendaItems)
      .set({ position: sql`-1 - ${agendaItems.position}` })
      .where(eq(agendaItems.sessionId, sessionId));
    const values = kept.map(
      (step) =>
        sql`(${step.id}, ${steps.indexOf(step)}::int, ${step.title}, ${step.minutes}::int, ${step.lead}, ${step.output}::text, ${step.writeUpId}::text)`,
    );
    await tx.execute(sql`
      update agenda_items set position = v.position, title = v.title, minutes = v.minutes, lead = v.lead, output = v.output,
        write_up_id = v.write_up_id
      from (values ${sql.join(values, sql`, `)}) as v (id, position, title, minutes, lead, output, write_up_id)
      where agenda_items.id = v.id and agenda_items.session_id = ${sessionId}`);
  }
  const added = steps.filter((step) => !kept.includes(step));
  if (added.length > 0)
    await tx.insert(agendaItems).values(added.map((step) => ({ ...step, sessionId, position: steps.indexOf(step) })));
}

const total = (steps: readonly { minutes: number }[]) => steps.reduce((sum, step) => sum + step.minutes, 0);

/** An agenda as lines of text, for whoever changed it at the same time. */
function inWords(steps: readonly Step[]): string {
  return steps.map(({ minutes, title }) => `${minutes}′ ${title}`).join("\n");
}
