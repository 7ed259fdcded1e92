import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { cohorts, workspaces } from "@/db/schema";
import type { PlaceSubject } from "@/lib/auth/can";

/** Who changes the people of a place waits for whoever does it already. New rows that refer to the place do not wait. */
export async function lockPlace(tx: Tx, place: PlaceSubject): Promise<void> {
  const { id, table } =
    place.workspaceId === null ? { id: place.cohortId, table: cohorts } : { id: place.workspaceId, table: workspaces };
  await tx.select({ id: table.id }).from(table).where(eq(table.id, id)).for("no key update");
}
