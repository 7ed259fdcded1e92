import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeCommitment, makeMember, makePoll, makeSession, makeWriteUp } from "@/db/factories";
import { agendaItems, attendance, formats, notes, questions } from "@/db/schema";
import { saveAgenda } from "@/lib/agenda/mutations";
import { getAgenda } from "@/lib/agenda/queries";
import { AgendaInput } from "@/lib/agenda/schema";
import { strikeGuest, tickAttendance } from "@/lib/attendance/mutations";
import { actorOf } from "@/lib/auth/current";
import { changeCommitment, makeCommitment as commit } from "@/lib/commitments/mutations";
import { AppError } from "@/lib/errors/errors";
import { archiveFormat } from "@/lib/formats/mutations";
import { newId } from "@/lib/ids";
import { keepNote, removeNote } from "@/lib/notes/mutations";
import { KeepNote } from "@/lib/notes/schema";
import { finalisePoll } from "@/lib/polls/finalise";
import { castVote } from "@/lib/polls/mutations";
import { setAnswered, voteQuestion } from "@/lib/questions/mutations";
import { markReading } from "@/lib/readings/mutations";
import { entrust, moveStep } from "@/lib/running/mutations";
import { setHours } from "@/lib/workspaces/mutations";
import { HoursInput } from "@/lib/workspaces/schema";
import { scheduleSession } from "./schedule";
import { ScheduleInput } from "./schedule-schema";

const VIEW = { locale: "en", zone: "Europe/Rome" } as const;
const soon = () => new Date(Date.now() + 86_400_000);

/** A cohort with a session that is on, one that is voted on, and all that hangs on them. */
async function world() {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const facilitator = await makeMember(cohort.id, "facilitator");
  const official = await makeMember(cohort.id, "official", city.id);
  const session = await makeSession(cohort.id, facilitator.id, [city], {
    ...{ status: "live", startsAt: new Date(Date.now() - 600_000), hostId: city.id },
  });
  const voted = await makeSession(cohort.id, facilitator.id, [city], { status: "polling", startsAt: soon() });
  const poll = await makePoll(voted, facilitator.id);
  const step = { id: newId(), sessionId: session.id, position: 0, title: "Round", minutes: 10 };
  await db.insert(agendaItems).values(step);
  const said = { id: newId(), sessionId: session.id, authorId: official.id, language: "en", body: "Ours" };
  await db.insert(notes).values(said);
  const question = { ...said, id: newId() };
  await db.insert(questions).values(question);
  const guest = { id: newId(), sessionId: session.id, name: "A guest", recordedBy: facilitator.id };
  await db.insert(attendance).values(guest);
  const steps = [{ title: "One", minutes: 60, lead: "", output: null }];
  const format = { id: newId(), cohortId: cohort.id, name: "Ours", language: "en", minutes: 60, steps };
  await db.insert(formats).values({ ...format, createdBy: facilitator.id });
  const [hidden, shared] = [
    await makeWriteUp(city, official.id, { audience: "city" }),
    await makeWriteUp(city, official.id, { audience: "cohort" }),
  ];
  const commitment = await makeCommitment(city, official.id);
  const ids = { session: session.id, voted: voted.id, option: poll.options[0]?.id ?? "", step: step.id };
  return {
    ...{ cohort, city, facilitator, official, hidden, shared, commitment, slug: city.slug },
    ...{ ...ids, note: said.id, question: question.id, guest: guest.id, format: format.id },
    asFacilitator: await actorOf(facilitator.id),
    asOfficial: await actorOf(official.id),
  };
}
let ours: Awaited<ReturnType<typeof world>>;
let theirs: Awaited<ReturnType<typeof world>>;
beforeEach(async () => {
  [ours, theirs] = [await world(), await world()];
});

async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error.code;
  throw new Error(`expected a refusal, got ${error}`);
}

const scheduled = (values: Record<string, unknown>) =>
  scheduleSession(
    ours.asFacilitator,
    ScheduleInput.parse({
      ...{ formKey: newId(), cohortId: ours.cohort.id, title: "Ours", format: "peer-assist", cities: [ours.city.id] },
      ...{ date: soon().toISOString().slice(0, 10), time: "23:30", zone: "Europe/Rome", ...values },
    }),
  );

describe("somebody who puts an id of another cohort beside one of their own", () => {
  it("makes no session with its people, cities, formats or write-ups, nor with what their own city keeps", async () => {
    expect(await refused(scheduled({ cohortId: theirs.cohort.id }))).toBe("not_found");
    for (const values of [
      { cities: [ours.city.id, theirs.city.id] },
      { optional: [theirs.city.id] },
      { host: theirs.city.id },
      { noteTaker: theirs.official.id },
      { format: theirs.format },
      { readings: [theirs.shared.id] },
      { readings: [ours.hidden.id] },
    ])
      expect(await refused(scheduled(values)), JSON.stringify(values)).toBe("invalid");
  });

  it("reaches no step, note, question, guest or option of it", async () => {
    const note = (values: object) =>
      KeepNote.parse({
        ...{ id: newId(), session: ours.session, language: "en", aside: newId(), body: "Mine", ...values },
      });
    expect(await refused(keepNote(ours.asOfficial, note({ step: theirs.step }), VIEW))).toBe("invalid");
    expect(await refused(keepNote(ours.asOfficial, note({ id: theirs.note }), VIEW))).toBe("not_found");
    expect(await refused(removeNote(ours.asFacilitator, { session: ours.session, id: theirs.note }))).toBe("not_found");
    expect(await refused(removeNote(ours.asFacilitator, { session: theirs.session, id: theirs.note }))).toBe(
      "not_found",
    );
    expect(await refused(voteQuestion(ours.asOfficial, { question: theirs.question, vote: "yes" }))).toBe("not_found");
    const answer = { question: theirs.question, answered: "yes" } as const;
    expect(await refused(setAnswered(ours.asFacilitator, answer))).toBe("not_found");
    const ballot = { id: ours.voted, vote: { optionId: theirs.option, vote: "yes" as const } };
    expect(await refused(castVote(ours.asOfficial, ballot))).toBe("invalid");
    const decision = { id: ours.voted, option: theirs.option };
    expect(await refused(finalisePoll(ours.asFacilitator, decision))).toBe("not_found");
    await moveStep(ours.asFacilitator, { id: ours.session, step: theirs.step, to: "next" });
    await strikeGuest(ours.asFacilitator, { id: ours.session, entry: theirs.guest });
    const [step] = await db.select().from(agendaItems).where(eq(agendaItems.id, theirs.step));
    expect(step).toMatchObject({ startedAt: null, endedAt: null, sessionId: theirs.session });
    expect(await db.select().from(attendance).where(eq(attendance.id, theirs.guest))).toHaveLength(1);
    const [kept] = await db.select().from(notes).where(eq(notes.id, theirs.note));
    expect(kept).toMatchObject({ body: "Ours", deletedAt: null });
  });

  it("hands nothing to its people, and ticks none of them", async () => {
    const { session: id, asFacilitator } = ours;
    for (const task of ["run", "notes"] as const)
      expect(await refused(entrust(asFacilitator, { id, task, person: theirs.official.id, was: null }))).toBe(
        "invalid",
      );
    expect(await refused(tickAttendance(asFacilitator, { id, there: [theirs.official.id], was: [] }))).toBe("invalid");
  });

  it("puts neither its write-ups nor what a city keeps into an agenda, and takes none of its steps", async () => {
    const { asFacilitator, session: id } = ours;
    const seen = (await getAgenda(asFacilitator, id))?.seen ?? "";
    const agenda = (row: object) =>
      saveAgenda(asFacilitator, AgendaInput.parse({ id, seen, rows: [{ title: "Round", minutes: "10", ...row }] }));
    for (const writeUpId of [theirs.shared.id, ours.hidden.id])
      expect(await refused(agenda({ id: ours.step, writeUpId }))).toBe("invalid");
    await agenda({ id: theirs.step });
    const [step] = await db.select().from(agendaItems).where(eq(agendaItems.id, theirs.step));
    expect(step?.sessionId).toBe(theirs.session);
    expect(await refused(markReading(ours.asOfficial, { id, writeUp: theirs.shared.id, read: "yes" }))).toBe(
      "not_found",
    );
  });

  it("takes on nothing for its cities, in its sessions, with its people or write-ups", async () => {
    const promise = {
      formKey: newId(),
      sessionId: null,
      noteId: null,
      what: "Ours",
      due: "2027-12-01",
      self: "",
    } as const;
    const { asFacilitator } = ours;
    expect(await refused(commit(asFacilitator, { ...promise, city: theirs.city.id }))).toBe("not_found");
    const there = { ...promise, city: ours.city.id, sessionId: theirs.session };
    expect(await refused(commit(asFacilitator, there))).toBe("not_found");
    const change = { id: ours.commitment.id, version: 1, what: "Ours", due: "2026-12-31", person: null, writeUp: "" };
    for (const values of [{ person: theirs.official.id }, { writeUp: theirs.shared.id }, { writeUp: ours.hidden.id }])
      expect(await refused(changeCommitment(asFacilitator, { ...change, ...values }))).toBe("invalid");
    expect(await refused(changeCommitment(asFacilitator, { ...change, id: theirs.commitment.id }))).toBe("not_found");
  });

  it("changes neither its formats nor its cities' hours", async () => {
    expect(await refused(archiveFormat(ours.asFacilitator, { id: theirs.format }))).toBe("not_found");
    const week = Array.from({ length: 7 }, () => ({ from: "09:00", to: "17:00" }));
    expect(await refused(setHours(ours.asOfficial, HoursInput.parse({ slug: theirs.slug, week })))).toBe("not_found");
  });
});
