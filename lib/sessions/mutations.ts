import "server-only";
import { and, count, eq, gt, inArray, ne, notInArray, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { answers, sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace, authorizeSession, canSession } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import { reckonBurdens } from "@/lib/fair-hours/reckon";
import { clock } from "@/lib/time/now";
import { endInstant } from "@/lib/time/wall";
import { zoneRulesVersion } from "@/lib/time/zones";
import { cityName } from "./city-name";
import { fitAgenda } from "./fit-agenda";
import { agendaOf, formatOf } from "./formats";
import { insertSession } from "./insert";
import { UNANNOUNCED } from "./limits";
import type { AnswerInput, CancelInput, RescheduleInput, ScheduleInput } from "./schema";
import { startFrom } from "./start";
import { loadCities, loadHost, loadReadings, loadSession } from "./subjects";
import { tellAbout } from "./tell";

/** What can still be moved or cancelled. */
const OPEN = ["draft", "proposed", "polling", "scheduled", "live"] as const;

/** Announces a session to its cities: the instant follows from the wall time, the agenda from the format. */
export async function scheduleSession(actor: Actor, input: ScheduleInput): Promise<{ id: string }> {
  const { cohortId } = authorizePlace(actor, "session.schedule", { cohortId: input.cohortId, workspaceId: null });
  const format = formatOf(input.format);
  if (!format) throw fieldError("format", "sessions.error.format");
  const start = startFrom(input);
  const minutes = input.minutes ?? format.minutes;
  const cities = await loadCities(cohortId, input.cities);
  const host = await loadHost(cohortId, input.host);
  const readings = await loadReadings(actor, cohortId, input.readings);

  const steps = agendaOf(format, minutes, input.language, host && cityName(host, input.language));
  return db.transaction(async (tx) => {
    const id = await insertSession(tx, {
      cohortId,
      format: format.id,
      title: input.title,
      purpose: input.purpose,
      language: input.language,
      hostId: input.host,
      ...start,
      minutes,
      joinUrl: input.joinUrl,
      confidentiality: input.confidentiality,
      capacity: input.capacity,
      createdBy: actor.personId,
      formKey: input.formKey,
      required: cities,
      optional: [],
      readings,
      steps,
    });
    if (id === null) return sentBefore(tx, actor, input.formKey);
    await tellAbout(tx, actor, { id, cohortId, invited: cities }, "session-scheduled");
    return { id };
  });
}

/** Moves a session or changes its length. `sequence` is the one the form was made from: two moves cannot both win. */
export async function rescheduleSession(actor: Actor, input: RescheduleInput): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.edit", await loadSession(actor, input.id));
  const start = startFrom(input);
  const minutes = input.minutes ?? session.minutes;
  return db.transaction(async (tx) => {
    const [moved] = await tx
      .update(sessions)
      .set({
        ...start,
        minutes,
        endsAt: endInstant(start.startsAt, minutes),
        zoneRules: zoneRulesVersion(),
        sequence: sql`${sessions.sequence} + 1`,
        stampedAt: sql`now()`,
      })
      .where(
        and(
          eq(sessions.id, session.id),
          inArray(sessions.status, [...OPEN]),
          input.sequence === null ? undefined : eq(sessions.sequence, input.sequence),
        ),
      )
      .returning({ id: sessions.id });
    if (!moved) throw new AppError("conflict");
    if (minutes !== session.minutes) await fitAgenda(tx, session, minutes);
    await reckonBurdens(tx, session.id);
    await record(tx, {
      actorId: actor.personId,
      action: "session.reschedule",
      cohortId: session.cohortId,
      subjectId: session.id,
      detail: { from: session.startsAt.toISOString(), startsAt: start.startsAt.toISOString(), minutes },
    });
    await tellAbout(tx, actor, session, "session-moved");
    return { id: session.id };
  });
}

/** Calls a session off, with a reason that all who were invited read. A second click changes nothing. */
export async function cancelSession(actor: Actor, input: CancelInput): Promise<{ id: string }> {
  const found = await loadSession(actor, input.id);
  if (found?.status === "cancelled" && canSession(actor, "session.cancel", { ...found, status: "scheduled" }))
    return { id: found.id };
  const session = authorizeSession(actor, "session.cancel", found);
  return db.transaction(async (tx) => {
    const [cancelled] = await tx
      .update(sessions)
      .set({
        status: "cancelled",
        cancelledReason: input.reason,
        sequence: sql`${sessions.sequence} + 1`,
        stampedAt: sql`now()`,
      })
      .where(and(eq(sessions.id, session.id), inArray(sessions.status, [...OPEN])))
      .returning({ id: sessions.id });
    if (!cancelled) throw new AppError("conflict");
    await record(tx, {
      actorId: actor.personId,
      action: "session.cancel",
      cohortId: session.cohortId,
      subjectId: session.id,
    });
    if (!UNANNOUNCED.some((status) => status === session.status))
      await tellAbout(tx, actor, session, "session-cancelled");
    return { id: session.id };
  });
}

/** Says whether one comes. With a capacity the session's row is locked while seats are counted. */
export async function answerSession(actor: Actor, input: AnswerInput): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.answer", await loadSession(actor, input.id));
  return db.transaction(async (tx) => {
    const [open] = await tx
      .select({ capacity: sessions.capacity })
      .from(sessions)
      .where(
        and(
          eq(sessions.id, session.id),
          notInArray(sessions.status, ["cancelled", "held"]),
          gt(sessions.endsAt, clock.now()),
        ),
      )
      .for("no key update");
    if (!open) throw new AppError("conflict");
    if (input.answer === "going" && open.capacity !== null) {
      const [taken] = await tx
        .select({ seats: count() })
        .from(answers)
        .where(
          and(eq(answers.sessionId, session.id), eq(answers.answer, "going"), ne(answers.personId, actor.personId)),
        );
      if ((taken?.seats ?? 0) >= open.capacity)
        throw fieldError("answer", "sessions.error.full", { capacity: open.capacity });
    }
    const [changed] = await tx
      .insert(answers)
      .values({ sessionId: session.id, personId: actor.personId, answer: input.answer })
      .onConflictDoUpdate({
        target: [answers.sessionId, answers.personId],
        set: { answer: input.answer, answeredAt: sql`now()` },
        setWhere: ne(answers.answer, input.answer),
      })
      .returning({ answer: answers.answer });
    if (changed)
      await record(tx, {
        actorId: actor.personId,
        action: "session.answer",
        cohortId: session.cohortId,
        subjectId: session.id,
        detail: { answer: input.answer },
      });
    return { id: session.id };
  });
}

/** A form that was sent twice: the session it made the first time. */
async function sentBefore(tx: Tx, actor: Actor, formKey: string): Promise<{ id: string }> {
  const [row] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.formKey, formKey), eq(sessions.createdBy, actor.personId)));
  if (!row) throw new AppError("conflict");
  return row;
}
