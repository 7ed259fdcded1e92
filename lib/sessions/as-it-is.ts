import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sessionCities, sessions } from "@/db/schema";
import type { SessionStatus } from "./limits";

/**
 * Locks a session and reads who knows of it now: between the click and the lock somebody else may have announced it, or
 * invited another city.
 */
export async function asItIs(tx: Tx, id: string): Promise<{ status: SessionStatus; invited: string[] }> {
  const [row] = await tx
    .select({ status: sessions.status })
    .from(sessions)
    .where(eq(sessions.id, id))
    .for("no key update");
  const cities = await tx
    .select({ id: sessionCities.workspaceId })
    .from(sessionCities)
    .where(eq(sessionCities.sessionId, id));
  return { status: row?.status ?? "cancelled", invited: cities.map((city) => city.id) };
}
