import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { reports } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { limitPerson } from "@/lib/auth/rate-limit";
import { AppError, fieldError } from "@/lib/errors/errors";
import { closeAppeal } from "./appeals";
import {
  aboutIn,
  allow,
  decideReports,
  findCase,
  lock,
  named,
  note,
  setHidden,
  tellAuthor,
  tellModerators,
  tellPages,
} from "./case";
import { keptReason } from "./reason";
import type { HideInput, KeepInput, ReportInput, RestoreInput } from "./schema";
import type { Judged } from "./types";

/** Tells the moderators that something should not stand there; once a person. Its author never learns who said so. */
export async function reportSaid(actor: Actor, { id, ...said }: ReportInput): Promise<Judged> {
  const found = await findCase(actor, id);
  if (found.judged.myReport) throw fieldError("form", "moderation.error.reported");
  allow(actor, found, "report");
  await limitPerson(actor, "report");
  await db.transaction(async (tx) => {
    const { hiddenAt } = await lock(tx, found);
    if (hiddenAt) throw new AppError("conflict");
    const [waiting] = await tx
      .select({ id: reports.id })
      .from(reports)
      .where(and(eq(aboutIn(reports, found), id), isNull(reports.decidedAt)))
      .limit(1);
    const made = await tx
      .insert(reports)
      .values({ ...named(found), reporterId: actor.personId, ...said })
      .onConflictDoNothing()
      .returning({ id: reports.id });
    if (made.length === 0) throw fieldError("form", "moderation.error.reported");
    // Without a name: people read the log who do not learn who reports.
    await note(tx, null, "report", found, { reason: said.reason });
    // Once for all reports that wait: the list says how many they are.
    if (!waiting) await tellModerators(tx, "reported", found, { actorId: null, but: [actor.personId] });
  });
  return found.judged;
}

/** Takes something out of sight, for a reason that its author is told. Decides the reports that wait. */
export async function hideSaid(actor: Actor, { id, ready, words, decides }: HideInput): Promise<Judged> {
  const found = await findCase(actor, id);
  allow(actor, found, "hide");
  await limitPerson(actor, "moderate");
  const reason = keptReason(ready, words);
  await db.transaction(async (tx) => {
    await lock(tx, found);
    const decided = await decideReports(tx, actor, found, "hidden");
    if (decides === "reports" && decided === 0) throw new AppError("conflict");
    await setHidden(tx, found, { by: actor.personId, reason });
    await note(tx, actor.personId, "hide", found, { reason, reports: decided });
    await tellAuthor(tx, actor, "hidden", found);
    await tellPages(tx, found);
  });
  return found.judged;
}

/** Decides that what was reported stands. Who reported it finds that where they reported it. */
export async function keepSaid(actor: Actor, { id }: KeepInput): Promise<Judged> {
  const found = await findCase(actor, id);
  allow(actor, found, "hide");
  await limitPerson(actor, "moderate");
  await db.transaction(async (tx) => {
    await lock(tx, found);
    const decided = await decideReports(tx, actor, found, "kept");
    if (decided === 0) throw new AppError("conflict");
    await note(tx, actor.personId, "keep", found, { reports: decided });
  });
  return found.judged;
}

/** Shows what is hidden again. Whoever hid it may do so too; an appeal that waits is granted by that. */
export async function restoreSaid(actor: Actor, { id, note: why }: RestoreInput): Promise<Judged> {
  const found = await findCase(actor, id);
  allow(actor, found, "restore");
  await limitPerson(actor, "moderate");
  await db.transaction(async (tx) => {
    await lock(tx, found);
    await setHidden(tx, found, null);
    await closeAppeal(tx, actor, found, { decision: "restored", answer: why });
    await note(tx, actor.personId, "restore", found, { note: why });
    await tellAuthor(tx, actor, "appeal-decided", found);
    await tellPages(tx, found);
  });
  return found.judged;
}
