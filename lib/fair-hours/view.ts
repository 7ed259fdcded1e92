import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { canPlace } from "@/lib/auth/can";
import { clock } from "@/lib/time/now";
import { ledgerOf } from "./queries";
import type { Ledger } from "./types";

/** The ledger of the reader's cohort; null for somebody who belongs to none. */
export async function getLedger(actor: Actor): Promise<Ledger | null> {
  const mine = actor.memberships.find(({ cohortId }) =>
    canPlace(actor, "people.read", { cohortId, workspaceId: null }),
  );
  return mine ? ledgerOf(mine.cohortId, clock.now()) : null;
}
