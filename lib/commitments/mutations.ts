import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { commitmentNews, commitments, workspaces, writeUps } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { commitmentsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import { AppError, fieldError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { notify } from "@/lib/inbox/notify";
import { publish } from "@/lib/live/publish";
import { loadSession } from "@/lib/sessions/subjects";
import { parsePartialDate } from "@/lib/time/partial-date";
import { answerable, belongsTo } from "./answerable";
import { dueFrom } from "./due";
import { DOER } from "./rows";
import type { ChangeCommitment, MakeCommitment, ReportOnCommitment } from "./schema";

/** Writes down what a city takes on. Whoever answers for the city hears of it when somebody else did. */
export async function makeCommitment(
  actor: Actor,
  input: MakeCommitment,
): Promise<{ id: string; sessionId: string | null }> {
  const city = authorizePlace(actor, "commitment.make", await loadCity(input.city));
  const session = input.sessionId ? await loadSession(actor, input.sessionId) : null;
  if (input.sessionId && !session?.invited.includes(city.workspaceId)) throw new AppError("not_found");
  const dueOn = dueFrom(input.due, city.zone);
  const own = actor.memberships.some(({ workspaceId }) => workspaceId === city.workspaceId);
  return db.transaction(async (tx) => {
    const id = newId();
    const [made] = await tx
      .insert(commitments)
      .values({
        id,
        cohortId: city.cohortId,
        workspaceId: city.workspaceId,
        personId: input.self === "on" && own ? actor.personId : null,
        sessionId: session?.id ?? null,
        language: actor.locale,
        what: input.what,
        dueOn,
        createdBy: actor.personId,
        formKey: input.formKey,
      })
      .onConflictDoNothing()
      .returning({ id: commitments.id });
    if (!made) return madeBefore(tx, actor, input);
    await log(tx, actor, "commitment.make", { ...city, id, sessionId: session?.id ?? null });
    const personIds = await answerable(tx, city.workspaceId, null);
    if (!own) await notify(tx, { kind: "commitment-made", commitmentId: id, actorId: actor.personId, personIds });
    return { id, sessionId: session?.id ?? null };
  });
}

/** Says how far it is. Each report stays in its history; the newest one counts. Dropping it needs a reason. */
export async function reportOnCommitment(actor: Actor, input: ReportOnCommitment): Promise<{ id: string }> {
  const found = authorizePlace(actor, "commitment.update", await load(actor, input.id));
  if (input.status === "dropped" && input.body === "") throw fieldError("body", "commitments.error.reasonMissing");
  const closed = input.status === "done" || input.status === "dropped";
  return db.transaction(async (tx) => {
    const [said] = await tx
      .insert(commitmentNews)
      .values({
        commitmentId: found.id,
        personId: actor.personId,
        status: input.status,
        language: actor.locale,
        body: input.body,
        formKey: input.formKey,
      })
      .onConflictDoNothing({ target: commitmentNews.formKey })
      .returning({ id: commitmentNews.id });
    if (!said) return { id: found.id };
    await tx
      .update(commitments)
      .set({
        status: input.status,
        // What shows it is added to, not overwritten by a form that was opened earlier.
        ...(input.evidence !== "" && {
          evidence: sql`case when ${commitments.evidence} = '' then ${input.evidence}
            else ${commitments.evidence} || E'\n' || ${input.evidence} end`,
        }),
        closedAt: closed ? sql`coalesce(${commitments.closedAt}, now())` : null,
        closedBy: closed ? sql`coalesce(${commitments.closedBy}, ${actor.personId})` : null,
      })
      .where(eq(commitments.id, found.id));
    await log(tx, actor, "commitment.report", found, { status: input.status });
    return { id: found.id };
  });
}

/** Changes what is promised, by when or by whom. `version` is the one the form was made from. */
export async function changeCommitment(actor: Actor, input: ChangeCommitment): Promise<{ id: string }> {
  const found = authorizePlace(actor, "commitment.update", await load(actor, input.id));
  const dueOn = parsePartialDate(input.due) === found.dueOn ? found.dueOn : dueFrom(input.due, found.zone);
  const writeUpId = await writeUpFrom(actor, input.writeUp, found.cohortId);
  return db.transaction(async (tx) => {
    if (input.person && !(await belongsTo(tx, input.person, found.workspaceId)))
      throw fieldError("person", "commitments.error.personUnknown");
    const [changed] = await tx
      .update(commitments)
      .set({ what: input.what, dueOn, personId: input.person, writeUpId, version: sql`${commitments.version} + 1` })
      .where(and(eq(commitments.id, found.id), eq(commitments.version, input.version), isNull(commitments.closedAt)))
      .returning({ id: commitments.id });
    if (!changed) throw new AppError("conflict");
    await log(tx, actor, "commitment.change", found, { dueOn, person: input.person });
    if (input.person && input.person !== found.personId)
      await notify(tx, {
        kind: "commitment-made",
        commitmentId: found.id,
        actorId: actor.personId,
        personIds: [input.person],
      });
    return { id: found.id };
  });
}

async function loadCity(id: string) {
  const [city] = await db
    .select({ workspaceId: workspaces.id, cohortId: workspaces.cohortId, zone: workspaces.zone })
    .from(workspaces)
    .where(eq(workspaces.id, id));
  return city ?? null;
}

async function load(actor: Actor, id: string) {
  const [row] = await db
    .select({
      id: commitments.id,
      cohortId: commitments.cohortId,
      workspaceId: commitments.workspaceId,
      sessionId: commitments.sessionId,
      personId: commitments.personId,
      dueOn: commitments.dueOn,
      zone: workspaces.zone,
      doer: sql<string | null>`${DOER}`,
    })
    .from(commitments)
    .innerJoin(workspaces, eq(workspaces.id, commitments.workspaceId))
    .where(and(eq(commitments.id, id), commitmentsVisibleTo(actor)));
  return row ? { ...row, ownerId: row.doer ?? undefined } : null;
}

/** The write-up that an address of ours names, or null when none is named. It must be one that the actor may read. */
async function writeUpFrom(actor: Actor, typed: string, cohortId: string): Promise<string | null> {
  if (typed === "") return null;
  const id = /(?:^|\/write-ups\/)([0-9a-hjkmnp-tv-z]{16})(?:[/?#].*)?$/.exec(typed)?.[1] ?? "";
  const [row] = await db
    .select({ id: writeUps.id })
    .from(writeUps)
    .where(and(eq(writeUps.id, id), eq(writeUps.cohortId, cohortId), visibleTo(actor)));
  if (!row) throw fieldError("writeUp", "commitments.error.writeUpUnknown");
  return row.id;
}

/** A form that was sent twice: what it made the first time. */
async function madeBefore(tx: Tx, actor: Actor, input: MakeCommitment) {
  const [row] = await tx
    .select({ id: commitments.id, sessionId: commitments.sessionId })
    .from(commitments)
    .where(and(commitmentsVisibleTo(actor), eq(commitments.formKey, input.formKey)));
  if (!row) throw new AppError("conflict");
  return row;
}

interface Subject {
  id: string;
  cohortId: string;
  workspaceId: string;
  sessionId: string | null;
}

async function log(tx: Tx, actor: Actor, action: string, subject: Subject, detail?: Record<string, string | null>) {
  const { id, cohortId, workspaceId, sessionId } = subject;
  await record(tx, { actorId: actor.personId, action, cohortId, workspaceId, subjectId: id, detail });
  if (sessionId) await publish(tx, `session:${sessionId}`, { kind: "commitment", id });
}
