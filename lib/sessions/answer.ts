import "server-only";
import { and, eq, gt, notInArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession } from "@/lib/auth/can";
import { AppError } from "@/lib/errors/errors";
import { clock } from "@/lib/time/now";
import { asItIs } from "./as-it-is";
import type { StoredAnswer } from "./limits";
import type { AnswerInput } from "./schema";
import { giveAnswers, mayAnswer } from "./seats";
import { loadSession } from "./subjects";

/** Says whether one comes. When all seats are taken, whoever wants to come waits for one. */
export async function answerSession(
  actor: Actor,
  input: AnswerInput,
): Promise<{ id: string; answer: StoredAnswer | null }> {
  const { personId } = actor;
  const session = authorizeSession(actor, "session.answer", await loadSession(actor, input.id));
  return db.transaction(async (tx) => {
    await asItIs(tx, session.id);
    const [open] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(
        and(
          eq(sessions.id, session.id),
          notInArray(sessions.status, ["cancelled", "held"]),
          gt(sessions.endsAt, clock.now()),
          // A membership may have ended since the request began.
          mayAnswer(sql`${personId}`, session.id),
        ),
      );
    if (!open) throw new AppError("conflict");
    const changed = await giveAnswers(tx, session.id, [{ personId, answer: input.answer }]);
    const answer = changed.get(personId) ?? null;
    if (answer)
      await record(tx, {
        actorId: personId,
        action: "session.answer",
        cohortId: session.cohortId,
        subjectId: session.id,
        detail: { answer },
      });
    return { id: session.id, answer };
  });
}
