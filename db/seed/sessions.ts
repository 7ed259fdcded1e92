import "server-only";
import type { Tx } from "../client";
import type { Seeded } from "./demo";

export async function seedSessions(_tx: Tx, _seeded: Seeded): Promise<void> {}
