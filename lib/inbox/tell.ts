import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mailNotifications, notifications, people } from "@/db/schema";
import { queueMail } from "@/lib/mail/outbox";

/** Puts what a person was not mailed about yet into one mail. What they have seen meanwhile needs none. */
export async function tellPerson(personId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const waiting = await tx
      .select({ id: notifications.id, seenAt: notifications.seenAt })
      .from(notifications)
      .where(and(eq(notifications.personId, personId), isNull(notifications.mailedAt)))
      .orderBy(notifications.createdAt)
      .for("update", { skipLocked: true });
    if (waiting.length === 0) return;
    const ids = waiting.map((row) => row.id);
    await tx.update(notifications).set({ mailedAt: sql`now()` }).where(inArray(notifications.id, ids));
    const unseen = waiting.filter((row) => row.seenAt === null);
    const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
    if (unseen.length === 0 || !person) return;
    const mailId = await queueMail(tx, { kind: "news", toEmail: person.email, personId });
    await tx.insert(mailNotifications).values(unseen.map(({ id }) => ({ notificationId: id, mailId })));
  });
}
