import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { people, signInRequests } from "@/db/schema";
import { settings } from "@/lib/env/settings";
import { queueMail } from "@/lib/mail/outbox";
import { codeFor, idOfToken } from "./tokens";

export const SIGN_IN_MINUTES = 10;
const TRIES = 5;

/** As next-auth hashes what comes back from a link: with the secret, in hex. */
function proofOf(value: string): string {
  return createHash("sha256")
    .update(value + settings.secret)
    .digest("hex");
}

/**
 * Stores a request to sign in and queues its mail, in one transaction. For an address that nobody here has, the request
 * is stored too but no mail goes out, so that neither the answer nor the tries tell whether it is known.
 */
export async function sendSignInMail(email: string, token: string, returnTo: string): Promise<void> {
  const id = idOfToken("sign-in", token);
  if (!id) throw new Error("a sign-in token that we did not make");
  await db.transaction(async (tx) => {
    await tx.insert(signInRequests).values({
      id,
      email,
      tokenHash: proofOf(token),
      codeHash: proofOf(codeFor(id)),
      returnTo,
      expiresAt: sql`now() + make_interval(mins => ${SIGN_IN_MINUTES})`,
      triesLeft: TRIES,
    });
    const known = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
    if (known[0]) await queueMail(tx, { kind: "sign-in", toEmail: email, personId: known[0].id, signInRequestId: id });
  });
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/**
 * Uses up the newest open request for an address if `proof` is its link's or its code's; otherwise counts a try. Returns
 * until when it held, or null. The row is locked, so a link clicked twice signs in once.
 */
export async function takeSignInRequest(email: string, proof: string): Promise<Date | null> {
  return db.transaction(async (tx) => {
    const open = await tx
      .select()
      .from(signInRequests)
      .where(
        and(
          eq(signInRequests.email, email.toLowerCase()),
          isNull(signInRequests.usedAt),
          gt(signInRequests.expiresAt, sql`now()`),
          gt(signInRequests.triesLeft, 0),
        ),
      )
      .orderBy(desc(signInRequests.createdAt))
      .for("update");
    const matched =
      open.find((row) => same(row.tokenHash, proof)) ?? open.slice(0, 1).find((row) => same(row.codeHash, proof));
    if (matched) {
      await tx.update(signInRequests).set({ usedAt: sql`now()` }).where(eq(signInRequests.id, matched.id));
      return matched.expiresAt;
    }
    const newest = open[0];
    if (newest) {
      await tx
        .update(signInRequests)
        .set({ triesLeft: newest.triesLeft - 1 })
        .where(eq(signInRequests.id, newest.id));
    }
    return null;
  });
}
