import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { authorizeSession, canSession } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import { cancelFrom } from "@/lib/series/cancel";
import { moveFrom } from "@/lib/series/move";
import { callOff } from "./call-off";
import { setTime } from "./move";
import type { CancelInput, RescheduleInput } from "./schema";
import { startFrom } from "./start";
import { loadSession } from "./subjects";

/**
 * Moves a session or changes its length, alone or with others of its series. `sequence` is the one the form was made from:
 * two moves cannot both win.
 */
export async function rescheduleSession(actor: Actor, input: RescheduleInput): Promise<{ id: string }> {
  const session = authorizeSession(actor, "session.edit", await loadSession(actor, input.id));
  if (session.status === "polling") throw fieldError("form", "sessions.error.polling");
  const start = startFrom(input);
  const to = { ...start, minutes: input.minutes ?? session.minutes };
  const { sequence, scope = "one" } = input;
  const given = sequence === null ? undefined : eq(sessions.sequence, sequence);
  return db.transaction(async (tx) => {
    const moved =
      scope === "one"
        ? await setTime(tx, actor, session, to, given)
        : await moveFrom(tx, actor, { session, to, scope, sequence });
    if (!moved) throw new AppError("conflict");
    return { id: session.id };
  });
}

/**
 * Calls a session off, with a reason that all who were invited read. A second click changes nothing. `dropped`: it was a
 * draft, and is gone.
 */
export async function cancelSession(actor: Actor, input: CancelInput): Promise<{ id: string; dropped: boolean }> {
  const found = await loadSession(actor, input.id);
  if (found?.status === "cancelled" && canSession(actor, "session.cancel", { ...found, status: "scheduled" }))
    return { id: found.id, dropped: false };
  const session = authorizeSession(actor, "session.cancel", found);
  const { reason, scope = "one" } = input;
  return db.transaction(async (tx) => {
    const cancelled =
      scope === "one"
        ? await callOff(tx, actor, session, reason)
        : await cancelFrom(tx, actor, { session, scope, reason });
    if (!cancelled) throw new AppError("conflict");
    const [left] = await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, session.id));
    return { id: session.id, dropped: !left };
  });
}
