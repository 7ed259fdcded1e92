import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { mailNotifications, notifications, people } from "@/db/schema";
import type { MailKind } from "@/lib/mail/limits";
import { queueMail } from "@/lib/mail/outbox";
import { URGENT } from "./limits";

/**
 * Puts what a person was not mailed about yet into one mail. What they have seen meanwhile needs none. Whoever hears once a
 * day or a week gets only what has a clock; the rest waits for `gatherNews`. Whoever wants no mail gets none.
 */
export async function tellPerson(personId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [person] = await tx
      .select({ email: people.email, rhythm: people.mailRhythm })
      .from(people)
      .where(eq(people.id, personId));
    if (!person) return;
    const gathered = person.rhythm === "daily" || person.rhythm === "weekly";
    const now = gathered ? inArray(notifications.kind, [...URGENT]) : sql`true`;
    const waiting = await takeUnmailed(tx, personId, now);
    if (person.rhythm !== "never") await queueNews(tx, "news", { id: personId, ...person }, waiting);
  });
}

/** Marks what waits to be mailed as told, and gives back what its reader has neither seen nor put away. */
export async function takeUnmailed(tx: Tx, personId: string, condition = sql`true`): Promise<string[]> {
  const waiting = await tx
    .select({ id: notifications.id, seenAt: notifications.seenAt, doneAt: notifications.doneAt })
    .from(notifications)
    .where(and(eq(notifications.personId, personId), isNull(notifications.mailedAt), condition))
    .orderBy(notifications.createdAt)
    .for("update", { skipLocked: true });
  if (waiting.length === 0) return [];
  const ids = waiting.map((row) => row.id);
  await tx.update(notifications).set({ mailedAt: sql`now()` }).where(inArray(notifications.id, ids));
  return waiting.filter((row) => row.seenAt === null && row.doneAt === null).map((row) => row.id);
}

export async function queueNews(
  tx: Tx,
  kind: Extract<MailKind, "news" | "digest">,
  person: { id: string; email: string },
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const mailId = await queueMail(tx, { kind, toEmail: person.email, personId: person.id });
  await tx.insert(mailNotifications).values(ids.map((notificationId) => ({ notificationId, mailId })));
}
