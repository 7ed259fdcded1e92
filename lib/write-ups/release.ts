import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { db, type Tx } from "@/db/client";
import { writeUps } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeWriteUp, canWriteUp } from "@/lib/auth/can";
import { AppError } from "@/lib/errors/errors";
import { notify } from "@/lib/inbox/notify";
import { settleRequest } from "@/lib/inbox/settle";
import { addJob } from "@/lib/jobs/queue";
import type { Audience, Requested } from "./limits";
import { lockTexts } from "./mutations";
import {
  dropReadings,
  hasChanged,
  hasTimeline,
  narrowRevisions,
  pin,
  requireTimeline,
  stateOf,
  writeReadings,
} from "./released-texts";
import type {
  ApproveInput,
  AskInput,
  GiveBackInput,
  NarrowInput,
  ShareWithCityInput,
  UnpublishInput,
} from "./sharing-schema";
import { loadSubject, type Subject } from "./subject";

type Done = { id: string };

/** Up by one step, or the same audience again with what changed. */
const STEPS: Record<Audience, readonly Requested[]> = {
  draft: [],
  city: ["cohort"],
  cohort: ["cohort", "public"],
  public: ["public"],
};

/** draft → city, pinned as a revision that only the city has. A second click finds it done. */
export async function shareWithCity(actor: Actor, input: ShareWithCityInput): Promise<Done> {
  const found = await loadSubject(actor, input.id);
  if (found?.audience === "city" && canWriteUp(actor, "write-up.share-with-city", { ...found, audience: "draft" }))
    return { id: found.id };
  const subject = authorizeWriteUp(actor, "write-up.share-with-city", found);
  return db.transaction(async (tx) => {
    const { texts } = await lockTexts(tx, subject.id);
    await move(tx, subject, "draft", { audience: "city" });
    await pin(tx, actor, subject, "city", texts);
    await log(tx, actor, subject, "write-up.share-with-city", { from: "draft", to: "city" });
    return { id: subject.id };
  });
}

/** Asks the city's leads to share more widely. Asking again for the same changes nothing. */
export async function askToShare(actor: Actor, input: AskInput): Promise<Done> {
  const subject = authorizeWriteUp(actor, "write-up.ask", await loadSubject(actor, input.id));
  if (subject.audience !== input.from) throw new AppError("conflict");
  requireStep(subject.audience, input.target);
  if (subject.requested === input.target) return { id: subject.id };
  return db.transaction(async (tx) => {
    const { texts } = await lockTexts(tx, subject.id);
    await requireTimeline(tx, subject, texts);
    await move(
      tx,
      subject,
      input.from,
      { requested: input.target, requestedBy: actor.personId, requestedAt: sql`now()`, returnedNote: null },
      sql`${writeUps.requested} is null`,
    );
    await log(tx, actor, subject, "write-up.ask", { target: input.target });
    await tell(tx, actor, subject, "approval-asked", await leadsOf(tx, subject.workspaceId));
    return { id: subject.id };
  });
}

/**
 * Pins what the lead looked at as a revision and gives each wider audience its texts, in every language, without what that
 * audience may not read. The same audience again shares the changes since.
 */
export async function approveSharing(actor: Actor, input: ApproveInput): Promise<Done> {
  const subject = authorizeWriteUp(actor, "write-up.approve", await loadSubject(actor, input.id));
  if (subject.audience !== input.from) {
    if (subject.audience === input.target) return { id: subject.id };
    throw new AppError("conflict");
  }
  requireStep(subject.audience, input.target);
  return db.transaction(async (tx) => {
    const { texts, audience, requested } = await lockTexts(tx, subject.id);
    if (audience !== input.from || stateOf(texts) !== input.seen) throw new AppError("conflict");
    await requireTimeline(tx, subject, texts);
    const again = input.target === input.from;
    if (again && requested === null && !(await hasChanged(tx, subject.id))) return { id: subject.id };
    if (input.asked && requested !== input.asked) throw noRequest();

    const revisionId = await pin(tx, actor, subject, input.target, texts);
    await writeReadings(tx, subject, input.target, texts);
    await move(tx, subject, input.from, {
      audience: input.target,
      releasedRevisionId: revisionId,
      releasedAt: sql`now()`,
      returnedNote: null,
      ...NO_REQUEST,
      ...sharedAgain(input.target),
      ...(hasTimeline(subject, texts) ? { quickNote: false } : {}),
    });
    await settleRequest(tx, subject.id);
    await log(tx, actor, subject, "write-up.approve", { from: input.from, to: input.target, revisionId });
    await tell(tx, actor, subject, "released", [
      ...subject.authorIds,
      ...(subject.requestedBy ? [subject.requestedBy] : []),
    ]);
    // It may fit searches that people keep. A minute, so that several releases are one look.
    await addJob(tx, "look-for-all", {}, { key: "look-for-all", inSeconds: 60 });
    return { id: subject.id };
  });
}

/** Answers a request with a note instead: what should change first. */
export async function giveBack(actor: Actor, input: GiveBackInput): Promise<Done> {
  const subject = authorizeWriteUp(actor, "write-up.approve", await loadSubject(actor, input.id));
  return db.transaction(async (tx) => {
    const [answered] = await tx
      .update(writeUps)
      .set({ returnedNote: input.note, ...NO_REQUEST })
      .where(and(eq(writeUps.id, subject.id), isNotNull(writeUps.requested)))
      .returning({ id: writeUps.id });
    if (!answered) throw noRequest();
    await settleRequest(tx, subject.id);
    await log(tx, actor, subject, "write-up.give-back", { target: subject.requested });
    await tell(tx, actor, subject, "returned", [
      ...subject.authorIds,
      ...(subject.requestedBy ? [subject.requestedBy] : []),
    ]);
    return { id: subject.id };
  });
}

/**
 * cohort or public → city: nobody else finds it any more, in no revision either; those who could read it are told when and
 * why. What mails already told cannot be called back.
 */
export async function narrowToCity(actor: Actor, input: NarrowInput): Promise<Done> {
  const found = await loadSubject(actor, input.id);
  if (found?.audience === "city" && canWriteUp(actor, "write-up.narrow", { ...found, audience: "cohort" }))
    return { id: found.id };
  const subject = authorizeWriteUp(actor, "write-up.narrow", found);
  return db.transaction(async (tx) => {
    await move(tx, subject, input.from, {
      audience: "city",
      releasedRevisionId: null,
      releasedAt: null,
      // What the public lost earlier it has still lost.
      withdrawnFrom: sql`case when withdrawn_from = 'public' then 'public' else ${input.from} end`,
      withdrawnAt: sql`now()`,
      withdrawnReason: input.reason,
      ...NO_REQUEST,
    });
    await dropReadings(tx, subject.id, ["cohort", "public"]);
    await narrowRevisions(tx, subject.id, ["cohort", "public"], "city");
    await settleRequest(tx, subject.id);
    await log(tx, actor, subject, "write-up.narrow", { from: input.from, to: "city" });
    return { id: subject.id };
  });
}

/** public → cohort. The public is told when and why. */
export async function unpublish(actor: Actor, input: UnpublishInput): Promise<Done> {
  const found = await loadSubject(actor, input.id);
  if (found?.audience === "cohort" && canWriteUp(actor, "write-up.unpublish", { ...found, audience: "public" }))
    return { id: found.id };
  const subject = authorizeWriteUp(actor, "write-up.unpublish", found);
  return db.transaction(async (tx) => {
    await move(tx, subject, "public", {
      audience: "cohort",
      withdrawnFrom: "public",
      withdrawnAt: sql`now()`,
      withdrawnReason: input.publicReason,
      ...NO_REQUEST,
    });
    await dropReadings(tx, subject.id, ["public"]);
    await narrowRevisions(tx, subject.id, ["public"], "cohort");
    await settleRequest(tx, subject.id);
    await log(tx, actor, subject, "write-up.unpublish", { from: "public", to: "cohort" });
    return { id: subject.id };
  });
}

/** Who reads it again is no longer told that it was taken back; the public still is while only the cohort reads it. */
function sharedAgain(target: Requested) {
  const stays = sql`${writeUps.withdrawnFrom} = 'public' and ${target} = 'cohort'`;
  return {
    withdrawnFrom: sql`case when ${stays} then ${writeUps.withdrawnFrom} end`,
    withdrawnAt: sql`case when ${stays} then ${writeUps.withdrawnAt} end`,
    withdrawnReason: sql`case when ${stays} then ${writeUps.withdrawnReason} end`,
  };
}

const NO_REQUEST = { requested: null, requestedBy: null, requestedAt: null } as const;

/** A conditional update: of two clicks one wins, the other hears of a conflict. */
async function move(
  tx: Tx,
  subject: Subject,
  from: Audience,
  values: PgUpdateSetSource<typeof writeUps>,
  condition = sql`true`,
): Promise<void> {
  const [moved] = await tx
    .update(writeUps)
    .set(values)
    .where(and(eq(writeUps.id, subject.id), eq(writeUps.audience, from), condition))
    .returning({ id: writeUps.id });
  if (!moved) throw new AppError("conflict");
}

/** What the lead was about to answer was taken back, or another lead was quicker. */
function noRequest(): AppError {
  return new AppError("conflict", { fields: { form: { key: "sharing.error.noRequest" } } });
}

function requireStep(from: Audience, target: Requested): void {
  if (!STEPS[from].includes(target)) throw new AppError("conflict");
}

async function leadsOf(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.execute<{ person_id: string }>(sql`
    select distinct person_id from memberships where workspace_id = ${workspaceId} and role = 'lead'
      and from_at <= now() and (until_at is null or until_at > now())`);
  return rows.map((row) => row.person_id);
}

function tell(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  kind: "approval-asked" | "released" | "returned",
  personIds: string[],
): Promise<void> {
  return notify(tx, { kind, writeUpId: subject.id, actorId: actor.personId, personIds });
}

function log(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  action: string,
  detail: Record<string, string | null>,
): Promise<void> {
  return record(tx, {
    actorId: actor.personId,
    action,
    cohortId: subject.cohortId,
    workspaceId: subject.workspaceId,
    subjectId: subject.id,
    detail,
  });
}
