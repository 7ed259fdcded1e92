import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { people } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { fieldError } from "@/lib/errors/errors";
import { addMonths } from "@/lib/time/days";
import { clock } from "@/lib/time/now";
import { parsePartialDate } from "@/lib/time/partial-date";
import { dateIn } from "@/lib/time/wall";
import { AWAY_YEARS_MAX } from "./limits";
import type { AwayInput } from "./schema";

/** Says until which day the actor is away, that day included; nothing, when they are back. */
export async function setAway(actor: Actor, input: AwayInput): Promise<{ awayUntil: string | null }> {
  const awayUntil = input.awayUntil === "" ? null : lastDay(input.awayUntil, dateIn(clock.now(), actor.zone));
  await db.transaction(async (tx) => {
    await tx.update(people).set({ awayUntil }).where(eq(people.id, actor.personId));
    await record(tx, {
      actorId: actor.personId,
      action: "profile.away",
      subjectId: actor.personId,
      detail: { until: awayUntil },
    });
  });
  return { awayUntil };
}

function lastDay(typed: string, today: string): string {
  const day = parsePartialDate(typed);
  if (day === null || day.length !== 10) throw fieldError("awayUntil", "people.error.away");
  if (day < today) throw fieldError("awayUntil", "people.error.awayPast");
  if (day > addMonths(today, 12 * AWAY_YEARS_MAX))
    throw fieldError("awayUntil", "people.error.awayFar", { years: AWAY_YEARS_MAX });
  return day;
}
