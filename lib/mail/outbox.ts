import "server-only";
import type { Queryable } from "@/db/client";
import { mails } from "@/db/schema";
import { addJob } from "@/lib/jobs/queue";

/** Queues a message in the transaction of the change it tells of; a job sends it. */
export async function queueMail(tx: Queryable, mail: typeof mails.$inferInsert): Promise<string> {
  const [row] = await tx.insert(mails).values(mail).returning({ id: mails.id });
  if (!row) throw new Error("no mail row");
  await addJob(tx, "send-mail", { mailId: row.id }, { key: `mail:${row.id}` });
  return row.id;
}
