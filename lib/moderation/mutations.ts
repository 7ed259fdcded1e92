import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { comments, reports } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { limitPerson } from "@/lib/auth/rate-limit";
import { AppError, fieldError } from "@/lib/errors/errors";
import { closeAppeal } from "./appeals";
import {
  allow,
  decideReports,
  findCase,
  lock,
  note,
  readyWords,
  tellAuthor,
  tellModerators,
  tellPages,
  unhide,
} from "./case";
import type { HideInput, KeepInput, ReportInput, RestoreInput } from "./schema";
import type { Judged } from "./types";

/** Tells the moderators that a comment should not stand there; once a person. Its author never learns who said so. */
export async function reportComment(actor: Actor, { commentId, ...said }: ReportInput): Promise<Judged> {
  const found = await findCase(actor, commentId);
  if (found.judged.myReport) throw fieldError("form", "moderation.error.reported");
  allow(actor, found, "report");
  await limitPerson(actor, "report");
  await db.transaction(async (tx) => {
    const { hiddenAt } = await lock(tx, found);
    if (hiddenAt) throw new AppError("conflict");
    const [waiting] = await tx
      .select({ id: reports.id })
      .from(reports)
      .where(and(eq(reports.commentId, commentId), isNull(reports.decidedAt)))
      .limit(1);
    const made = await tx
      .insert(reports)
      .values({ commentId, reporterId: actor.personId, ...said })
      .onConflictDoNothing()
      .returning({ id: reports.id });
    if (made.length === 0) throw fieldError("form", "moderation.error.reported");
    // Without a name: people read the log who do not learn who reports.
    await note(tx, null, "comment.report", found, { reason: said.reason });
    // Once for all reports that wait: the list says how many they are.
    if (!waiting) await tellModerators(tx, "reported", found, { actorId: null, but: [actor.personId] });
  });
  return found.judged;
}

/** Takes a comment out of sight, for a reason that its author is told. Decides the reports that wait. */
export async function hideComment(actor: Actor, { commentId, ready, words, decides }: HideInput): Promise<Judged> {
  const found = await findCase(actor, commentId);
  allow(actor, found, "hide");
  await limitPerson(actor, "moderate");
  const reason = words || (ready && (await readyWords(found.row.author_id, ready)));
  await db.transaction(async (tx) => {
    await lock(tx, found);
    const decided = await decideReports(tx, actor, found, "hidden");
    if (decides === "reports" && decided === 0) throw new AppError("conflict");
    const done = await tx
      .update(comments)
      .set({ hiddenAt: sql`now()`, hiddenBy: actor.personId, hiddenReason: reason })
      .where(and(eq(comments.id, commentId), isNull(comments.hiddenAt)))
      .returning({ id: comments.id });
    if (done.length === 0) throw new AppError("conflict");
    await note(tx, actor.personId, "comment.hide", found, { reason, reports: decided });
    await tellAuthor(tx, actor, "hidden", found);
    await tellPages(tx, found);
  });
  return found.judged;
}

/** Decides that a reported comment stands. Who reported it finds that where they reported it. */
export async function keepComment(actor: Actor, { commentId }: KeepInput): Promise<Judged> {
  const found = await findCase(actor, commentId);
  allow(actor, found, "hide");
  await limitPerson(actor, "moderate");
  await db.transaction(async (tx) => {
    await lock(tx, found);
    const decided = await decideReports(tx, actor, found, "kept");
    if (decided === 0) throw new AppError("conflict");
    await note(tx, actor.personId, "comment.keep", found, { reports: decided });
  });
  return found.judged;
}

/** Shows a hidden comment again. Whoever hid it may do so too; an appeal that waits is granted by that. */
export async function restoreComment(actor: Actor, { commentId, note: why }: RestoreInput): Promise<Judged> {
  const found = await findCase(actor, commentId);
  allow(actor, found, "restore");
  await limitPerson(actor, "moderate");
  await db.transaction(async (tx) => {
    await lock(tx, found);
    await unhide(tx, found);
    await closeAppeal(tx, actor, commentId, { decision: "restored", answer: why });
    await note(tx, actor.personId, "comment.restore", found, { note: why });
    await tellAuthor(tx, actor, "appeal-decided", found);
    await tellPages(tx, found);
  });
  return found.judged;
}
