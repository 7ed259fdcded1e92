import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { formats } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { AppError } from "@/lib/errors/errors";
import { leadFrom } from "./lead-words";
import { formatMark, loadFormat } from "./queries";
import {
  type ArchiveFormatInput,
  type EditFormatInput,
  filledRows,
  type MakeFormatInput,
  type StepRow,
} from "./schema";
import type { FormatStep, OwnFormat } from "./types";

/** Keeps an agenda as a format of the cohort. The same form sent twice makes one. */
export async function makeFormat(actor: Actor, input: MakeFormatInput): Promise<{ id: string }> {
  const { cohortId } = authorizePlace(actor, "session.schedule", { cohortId: input.cohortId, workspaceId: null });
  const { formKey, name, language } = input;
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(formats)
      .values({ cohortId, name, language, ...stepsFrom(input.rows), createdBy: actor.personId, formKey })
      .onConflictDoNothing({ target: formats.formKey })
      .returning({ id: formats.id });
    if (!made) return sentBefore(tx, actor, formKey);
    await record(tx, { actorId: actor.personId, action: "format.make", cohortId, subjectId: made.id });
    return made;
  });
}

/** Changes a format; sessions that were made from it keep their agenda. Two changes at once: the second is shown the first. */
export async function editFormat(actor: Actor, input: EditFormatInput): Promise<{ id: string }> {
  const { id, cohortId } = authorizePlace(actor, "session.schedule", await loadFormat(actor, input.id));
  return db.transaction(async (tx) => {
    const [current] = await tx
      .select({
        id: formats.id,
        name: formats.name,
        language: formats.language,
        minutes: formats.minutes,
        steps: formats.steps,
      })
      .from(formats)
      .where(and(eq(formats.id, id), isNull(formats.archivedAt)))
      .for("no key update");
    if (!current) throw new AppError("not_found");
    const seen = formatMark(current);
    if (seen !== input.seen)
      throw new AppError("conflict", {
        fields: { rows: { key: "agenda.error.changed" } },
        values: { seen, theirs: inWords(current) },
      });
    const changed = { name: input.name, language: input.language, ...stepsFrom(input.rows) };
    if (formatMark(changed) === seen) return { id };
    await tx.update(formats).set(changed).where(eq(formats.id, id));
    await record(tx, { actorId: actor.personId, action: "format.edit", cohortId, subjectId: id });
    return { id };
  });
}

/** No longer offered. Sessions that were made from it keep its name. A second click changes nothing. */
export async function archiveFormat(actor: Actor, input: ArchiveFormatInput): Promise<{ id: string }> {
  const { id, cohortId } = authorizePlace(actor, "session.schedule", await loadFormat(actor, input.id));
  return db.transaction(async (tx) => {
    const [archived] = await tx
      .update(formats)
      .set({ archivedAt: sql`now()` })
      .where(and(eq(formats.id, id), isNull(formats.archivedAt)))
      .returning({ id: formats.id });
    if (archived) await record(tx, { actorId: actor.personId, action: "format.archive", cohortId, subjectId: id });
    return { id };
  });
}

function stepsFrom(rows: readonly StepRow[]): { minutes: number; steps: FormatStep[] } {
  const steps = filledRows(rows).map(({ title, length, lead, output }) => ({
    title,
    minutes: length,
    lead: leadFrom(lead, () => null),
    output: output || null,
  }));
  return { steps, minutes: steps.reduce((sum, step) => sum + step.minutes, 0) };
}

/** A format as lines of text, for whoever changed it at the same time. */
function inWords({ name, steps }: OwnFormat): string {
  return [name, ...steps.map(({ minutes, title }) => `${minutes}′ ${title}`)].join("\n");
}

async function sentBefore(tx: Tx, actor: Actor, formKey: string): Promise<{ id: string }> {
  const [row] = await tx
    .select({ id: formats.id })
    .from(formats)
    .where(and(eq(formats.formKey, formKey), eq(formats.createdBy, actor.personId)));
  if (!row) throw new AppError("conflict");
  return row;
}
