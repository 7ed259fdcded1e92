import "server-only";
import { reckonBurdens } from "@/lib/fair-hours/reckon";
import { agendaOf, formatOf } from "@/lib/formats/formats";
import { newId } from "@/lib/ids";
import type { Vote } from "@/lib/polls/limits";
import { dayEnds } from "@/lib/sessions/schedule-dates";
import { dateIn, endInstant, wallToInstant } from "@/lib/time/wall";
import { zoneRulesVersion } from "@/lib/time/zones";
import type { Tx } from "../client";
import * as t from "../schema";
import type { Seeded } from "./demo";
import { weekdayIn } from "./weekday";

const ZONE = "Europe/Rome";

/** Three hours for one session; the votes of invented people. */
const OPTIONS: { inDays: number; time: string; votes: Record<string, Vote> }[] = [
  {
    inDays: 21,
    time: "16:30",
    votes: { "official-dublin": "yes", "official-bilbao": "yes", "official-san-francisco": "if-need-be" },
  },
  {
    inDays: 23,
    time: "17:00",
    votes: { "official-dublin": "yes", "official-bilbao": "no", "official-san-francisco": "yes" },
  },
  {
    inDays: 25,
    time: "16:00",
    votes: { "official-dublin": "if-need-be", "official-bilbao": "yes", "official-san-francisco": "no" },
  },
];

/** An invented session whose date is still being voted on. */
export async function seedPoll(tx: Tx, seeded: Seeded): Promise<void> {
  const facilitator = seeded.people.get("facilitator") ?? "";
  const format = formatOf("fishbowl");
  const starts = OPTIONS.map(({ inDays, time }) => {
    const wallStart = `${weekdayIn(inDays, ZONE)}T${time}`;
    const placed = wallToInstant(wallStart, ZONE);
    if (!placed.ok) throw new Error(wallStart);
    return { wallStart, zone: ZONE, startsAt: placed.instant };
  });
  const [first] = starts;
  if (!format || !first) throw new Error("seed: poll");
  const id = newId();
  await tx.insert(t.sessions).values({
    id,
    cohortId: seeded.cohortId,
    status: "polling",
    format: format.id,
    title: "What another city needs before it begins",
    purpose: "Which conditions must be there first, and which can come later?",
    language: "en",
    hostId: seeded.cities.get("rotterdam")?.id,
    ...first,
    minutes: format.minutes,
    endsAt: endInstant(first.startsAt, format.minutes),
    zoneRules: zoneRulesVersion(),
    confidentiality: "cohort",
    uid: `${id}@demo.stafeta.example`,
    createdBy: facilitator,
  });
  await tx
    .insert(t.sessionCities)
    .values(
      [...seeded.cities.values()].map((city) => ({ sessionId: id, cohortId: seeded.cohortId, workspaceId: city.id })),
    );
  await tx.insert(t.agendaItems).values(
    agendaOf(format, format.minutes, "en", "Rotterdam").map((step, position) => ({
      ...step,
      sessionId: id,
      position,
    })),
  );
  await reckonBurdens(tx, id);
  const lastDay = new Date(first.startsAt.getTime() - 10 * 86_400_000);
  const [poll] = await tx
    .insert(t.polls)
    .values({ sessionId: id, closesAt: dayEnds(dateIn(lastDay, ZONE), ZONE), createdBy: facilitator })
    .returning({ id: t.polls.id });
  const options = await tx
    .insert(t.pollOptions)
    .values(starts.map((start) => ({ ...start, pollId: poll?.id ?? "" })))
    .returning({ id: t.pollOptions.id, startsAt: t.pollOptions.startsAt });
  await tx.insert(t.votes).values(
    OPTIONS.flatMap(({ votes }, n) =>
      Object.entries(votes).map(([handle, vote]) => ({
        pollId: poll?.id ?? "",
        optionId: options.find(({ startsAt }) => startsAt.getTime() === starts[n]?.startsAt.getTime())?.id ?? "",
        personId: seeded.people.get(handle) ?? "",
        vote,
      })),
    ),
  );
}
