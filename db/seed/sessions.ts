import "server-only";
import { reckonBurdens } from "@/lib/fair-hours/reckon";
import { agendaOf, formatOf } from "@/lib/formats/formats";
import { newId } from "@/lib/ids";
import type { Answer } from "@/lib/sessions/limits";
import { endInstant, wallToInstant } from "@/lib/time/wall";
import { zoneRulesVersion } from "@/lib/time/zones";
import type { Tx } from "../client";
import * as t from "../schema";
import type { Seeded } from "./demo";
import { weekdayIn } from "./weekday";

interface SeedSession {
  /** What other seeds call it. */
  key: string;
  /** Days from today; moved on to the next weekday. */
  inDays: number;
  time: string;
  format: string;
  /** Another length than the format's. */
  minutes?: number;
  host: string;
  title: string;
  purpose: string;
  readings: string[];
  confidentiality: "open" | "cohort" | "use-not-name";
  answers: Record<string, Answer>;
}

const ZONE = "Europe/Rome";

/** Invented sessions about what the write-ups say. Dates follow the day on which the demo is made. */
const SESSIONS: SeedSession[] = [
  {
    key: "volunteers",
    inDays: 1,
    time: "16:30",
    format: "peer-assist",
    host: "dublin",
    title: "Keeping volunteers when the emergency is over",
    purpose: "More than 350 people came forward in spring 2020. How does a city keep them?",
    readings: ["dublin-case", "rotterdam-case"],
    confidentiality: "use-not-name",
    answers: {
      "official-dublin": "going",
      "lead-dublin": "going",
      "official-rotterdam": "going",
      "official-warsaw": "going",
      "official-bilbao": "tentative",
      "official-belo-horizonte": "going",
      "official-san-francisco": "going",
      "lead-turin": "not",
    },
  },
  {
    key: "plan",
    inDays: 15,
    time: "16:30",
    format: "masterclass",
    host: "bilbao",
    title: "One plan that every party signs",
    purpose: "What made all parties sign the same recovery plan, and what did each give up?",
    readings: ["bilbao-case"],
    confidentiality: "cohort",
    answers: {
      "official-bilbao": "going",
      "lead-bilbao": "going",
      "official-turin": "going",
      "official-warsaw": "tentative",
    },
  },
  {
    key: "money",
    inDays: 29,
    time: "17:00",
    format: "case-clinic",
    host: "san-francisco",
    title: "Giving money away quickly, and fairly",
    purpose: "How does a city choose who is helped first when donations come in faster than rules?",
    readings: ["san-francisco-case", "dublin-practice"],
    confidentiality: "use-not-name",
    answers: { "official-san-francisco": "going", "official-dublin": "going" },
  },
  {
    key: "counting",
    inDays: -13,
    time: "16:30",
    format: "after-action-review",
    minutes: 90,
    host: "turin",
    title: "Counting households: what do our figures count?",
    purpose: "Four sources, four figures. Which way of counting could all seven cities use?",
    readings: ["turin-case"],
    confidentiality: "cohort",
    answers: {
      "official-turin": "going",
      "lead-turin": "going",
      "official-dublin": "going",
      "official-warsaw": "going",
      "official-rotterdam": "going",
      "official-belo-horizonte": "going",
    },
  },
  {
    key: "vouchers",
    inDays: -41,
    time: "17:00",
    format: "case-clinic",
    host: "belo-horizonte",
    title: "Food through supermarkets and vouchers",
    purpose: "What does each way of handing out food ask of a city, and of the people who need it?",
    readings: ["belo-horizonte-case"],
    confidentiality: "cohort",
    answers: { "official-belo-horizonte": "going", "official-san-francisco": "going", "official-turin": "going" },
  },
];

export interface SeededSession {
  id: string;
  startsAt: Date;
  /** The ids of its steps, in order. */
  steps: string[];
}

export async function seedSessions(tx: Tx, seeded: Seeded): Promise<Map<string, SeededSession>> {
  const made = new Map<string, SeededSession>();
  const facilitator = seeded.people.get("facilitator") ?? "";
  for (const seed of SESSIONS) {
    const format = formatOf(seed.format);
    const host = seeded.cities.get(seed.host);
    const wallStart = `${weekdayIn(seed.inDays, ZONE)}T${seed.time}`;
    const placed = wallToInstant(wallStart, ZONE);
    if (!format || !host || !placed.ok) throw new Error(seed.title);
    const id = newId();
    const startsAt = placed.instant;
    const minutes = seed.minutes ?? format.minutes;
    await tx.insert(t.sessions).values({
      id,
      cohortId: seeded.cohortId,
      status: seed.inDays < 0 ? "held" : "scheduled",
      format: format.id,
      title: seed.title,
      purpose: seed.purpose,
      language: "en",
      hostId: host.id,
      wallStart,
      zone: ZONE,
      minutes,
      startsAt,
      endsAt: endInstant(startsAt, minutes),
      zoneRules: zoneRulesVersion(),
      joinUrl: "https://meet.example.org/stafeta-demo",
      confidentiality: seed.confidentiality,
      seatsTaken: Object.values(seed.answers).filter((answer) => answer === "going").length,
      ...(seed.inDays < 0 && { wentLiveAt: startsAt, heldAt: endInstant(startsAt, minutes) }),
      uid: `${id}@demo.stafeta.example`,
      createdBy: facilitator,
    });
    await tx
      .insert(t.sessionCities)
      .values(
        [...seeded.cities.values()].map((city) => ({ sessionId: id, cohortId: seeded.cohortId, workspaceId: city.id })),
      );
    const steps = await tx
      .insert(t.agendaItems)
      .values(
        agendaOf(
          format,
          minutes,
          "en",
          seed.host.replace("-", " ").replace(/\b\w/g, (letter) => letter.toUpperCase()),
        ).map((step, position) => ({ ...step, sessionId: id, position })),
      )
      .returning({ id: t.agendaItems.id });
    await tx.insert(t.sessionReadings).values(
      seed.readings.map((name, position) => ({
        sessionId: id,
        writeUpId: seeded.writeUps.get(name) ?? "",
        position,
      })),
    );
    await tx.insert(t.answers).values(
      Object.entries(seed.answers).map(([handle, answer]) => ({
        sessionId: id,
        personId: seeded.people.get(handle) ?? "",
        answer,
      })),
    );
    await reckonBurdens(tx, id);
    made.set(seed.key, { id, startsAt, steps: steps.map((step) => step.id) });
  }
  return made;
}
