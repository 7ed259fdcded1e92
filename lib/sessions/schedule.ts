import "server-only";
import { and, eq } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import { stepsOf } from "@/lib/formats/offered";
import { openPoll } from "@/lib/polls/open";
import { beginSeries } from "@/lib/series/begin";
import type { Rhythm } from "@/lib/series/limits";
import { cityName } from "./city-name";
import { insertSession, type NewSession } from "./insert";
import { dayEnds, optionsFrom, seatsHeldUntil } from "./schedule-dates";
import type { ScheduleInput } from "./schedule-schema";
import { loadInvited, loadNoteTaker } from "./schedule-subjects";
import { startFrom } from "./start";
import { loadHost, loadReadings } from "./subjects";
import { tellAbout } from "./tell";

/**
 * Makes a session and announces it to its cities, with those that follow if it is a series; or puts its hour to a vote; or
 * keeps it as a draft. The instant follows from the wall time, the agenda from the format. The same form sent twice makes
 * one session.
 */
export async function scheduleSession(actor: Actor, input: ScheduleInput): Promise<{ id: string; second: string[] }> {
  const { cohortId } = authorizePlace(actor, "session.schedule", { cohortId: input.cohortId, workspaceId: null });
  if (input.rhythm !== "once" && input.as !== "send") throw fieldError("rhythm", `newSession.error.series-${input.as}`);
  const options = input.as === "vote" ? optionsFrom(input.options) : null;
  const start = options?.[0] ?? startFrom(input);
  const session: NewSession = {
    ...(await madeFrom(actor, cohortId, input)),
    ...start,
    seatsHeldUntil: seatsHeldUntil(input, start),
    status: STATUS[input.as],
  };
  const invited = [...session.required, ...session.optional];
  return db.transaction(async (tx) => {
    const { rhythm } = input;
    const id = rhythm === "once" ? await insertSession(tx, session) : await begin(tx, actor, session, rhythm, input);
    if (id === null) return sentBefore(tx, actor, input);
    if (options) {
      const closesAt = input.closesAt === null ? null : dayEnds(input.closesAt, start.zone);
      await openPoll(tx, actor, { sessionId: id, options, closesAt });
    } else if (input.as === "send" && rhythm === "once") {
      await tellAbout(tx, actor, { id, cohortId, invited }, "session-scheduled");
    }
    return { id, second: input.second };
  });
}

const STATUS = { send: "scheduled", vote: "polling", draft: "draft" } as const;

/** What does not depend on when the session is. */
async function madeFrom(actor: Actor, cohortId: string, input: ScheduleInput) {
  const { title, purpose, format, language, mode, joinUrl, confidentiality, capacity, formKey } = input;
  const host = await loadHost(cohortId, input.host);
  const { minutes, steps } = await stepsOf({
    ...{ cohortId, format, language, minutes: input.minutes },
    host: host && cityName(host, language),
  });
  return {
    ...{
      cohortId,
      title,
      purpose,
      format,
      language,
      mode,
      joinUrl,
      confidentiality,
      capacity,
      formKey,
      minutes,
      steps,
    },
    ...(await loadInvited(cohortId, input)),
    location: input.location || null,
    hostId: input.host,
    noteTakerId: await loadNoteTaker(cohortId, input.noteTaker),
    readings: await loadReadings(actor, cohortId, input.readings),
    createdBy: actor.personId,
  };
}

/** A series tells of its sessions itself. Who takes the notes and which seats are held is said of the first one only. */
async function begin(tx: Tx, actor: Actor, session: NewSession, rhythm: Rhythm, input: ScheduleInput) {
  const { cohortId, wallStart, zone, minutes, readings, noteTakerId, seatsHeldUntil: held } = session;
  const untilOn = input.seriesUntil;
  if (untilOn !== null && untilOn < wallStart.slice(0, 10))
    throw fieldError("seriesUntil", "newSession.error.seriesEnds");
  const begun = await beginSeries(tx, actor, {
    ...{ cohortId, wallStart, zone, minutes, readings, untilOn, formKey: input.formKey },
    rhythm,
    rotates: input.rotates === "yes",
    spread: input.spread,
    skipsHolidays: input.holidays === "skip",
    template: {
      title: input.title,
      purpose: input.purpose,
      format: input.format,
      language: input.language,
      hostId: input.host,
      required: [...session.required],
      optional: [...session.optional],
      mode: input.mode,
      location: input.location || null,
      joinUrl: input.joinUrl,
      confidentiality: input.confidentiality,
      capacity: input.capacity,
    },
  });
  if (begun)
    await tx.update(sessions).set({ noteTakerId, seatsHeldUntil: held }).where(eq(sessions.id, begun.sessionId));
  return begun?.sessionId ?? null;
}

/** A form that was sent twice: the session it made the first time. */
async function sentBefore(tx: Tx, actor: Actor, { formKey, second }: ScheduleInput) {
  const [row] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.formKey, formKey), eq(sessions.createdBy, actor.personId)));
  if (!row) throw new AppError("conflict");
  return { ...row, second };
}
