import "server-only";
import { newId } from "@/lib/ids";
import { agendaOf, formatOf } from "@/lib/sessions/formats";
import type { Answer } from "@/lib/sessions/limits";
import { dateIn, endInstant, wallToInstant } from "@/lib/time/wall";
import { zoneRulesVersion } from "@/lib/time/zones";
import type { Tx } from "../client";
import * as t from "../schema";
import type { Seeded } from "./demo";

interface SeedSession {
  /** Days from today; moved on to the next weekday. */
  inDays: number;
  time: string;
  format: string;
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
    inDays: -13,
    time: "16:30",
    format: "after-action-review",
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
    inDays: -41,
    time: "17:00",
    format: "peer-review",
    host: "belo-horizonte",
    title: "Food through supermarkets and vouchers",
    purpose: "What does each way of handing out food ask of a city, and of the people who need it?",
    readings: ["belo-horizonte-case"],
    confidentiality: "cohort",
    answers: { "official-belo-horizonte": "going", "official-san-francisco": "going", "official-turin": "going" },
  },
];

/** The first weekday on or after a day so many days from today, as YYYY-MM-DD in the session's zone. */
function weekdayIn(days: number): string {
  for (let shift = days; ; shift++) {
    const date = dateIn(new Date(Date.now() + shift * 86_400_000), ZONE);
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) return date;
  }
}

export async function seedSessions(tx: Tx, seeded: Seeded): Promise<void> {
  const facilitator = seeded.people.get("facilitator") ?? "";
  for (const seed of SESSIONS) {
    const format = formatOf(seed.format);
    const host = seeded.cities.get(seed.host);
    const wallStart = `${weekdayIn(seed.inDays)}T${seed.time}`;
    const placed = wallToInstant(wallStart, ZONE);
    if (!format || !host || !placed.ok) throw new Error(seed.title);
    const id = newId();
    const startsAt = placed.instant;
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
      minutes: format.minutes,
      startsAt,
      endsAt: endInstant(startsAt, format.minutes),
      zoneRules: zoneRulesVersion(),
      joinUrl: "https://meet.example.org/stafeta-demo",
      confidentiality: seed.confidentiality,
      uid: `${id}@demo.stafeta.example`,
      createdBy: facilitator,
    });
    await tx
      .insert(t.sessionCities)
      .values(
        [...seeded.cities.values()].map((city) => ({ sessionId: id, cohortId: seeded.cohortId, workspaceId: city.id })),
      );
    await tx.insert(t.agendaItems).values(
      agendaOf(
        format,
        format.minutes,
        "en",
        seed.host.replace("-", " ").replace(/\b\w/g, (letter) => letter.toUpperCase()),
      ).map((step, position) => ({ ...step, sessionId: id, position })),
    );
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
  }
}
