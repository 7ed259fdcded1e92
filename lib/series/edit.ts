import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { series } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import type { Series } from "./materialise";
import type { SeriesTemplate } from "./types";

/** What the sessions of a series are made from, from now on. */
export async function changeTemplate(
  tx: Tx,
  actor: Actor,
  { id, cohortId, template }: Series,
  change: Partial<SeriesTemplate>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tx
    .update(series)
    .set({ template: { ...template, ...change } })
    .where(eq(series.id, id));
  await record(tx, {
    actorId: actor.personId,
    action: "series.edit",
    cohortId,
    subjectId: id,
    detail: { fields: Object.keys(change).sort().join(" ") },
  });
}
