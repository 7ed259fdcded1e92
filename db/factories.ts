import "server-only";
import { sql } from "drizzle-orm";
import type { Role } from "@/lib/cohorts/limits";
import { newId } from "@/lib/ids";
import type { Document, Kind } from "@/lib/write-ups/document";
import type { Audience, Reading } from "@/lib/write-ups/limits";
import { db } from "./client";
import * as t from "./schema";

/** Worlds for tests: each makes what it needs and says so. The demo's seed is for eyes, never for tests. */

function only<T>(rows: T[]): T {
  const [row] = rows;
  if (!row) throw new Error("nothing was inserted");
  return row;
}

export async function makeCohort(values: Partial<typeof t.cohorts.$inferInsert> = {}) {
  return only(
    await db
      .insert(t.cohorts)
      .values({ name: "Test cohort", stage: "explore", startsOn: "2026-01-01", ...values })
      .returning(),
  );
}

export async function makeCity(cohortId: string, values: Partial<typeof t.workspaces.$inferInsert> = {}) {
  const slug = values.slug ?? `city-${newId()}`;
  return only(
    await db
      .insert(t.workspaces)
      .values({
        cohortId,
        slug,
        code: nextCode(),
        name: slug,
        localName: slug,
        country: "IT",
        zone: "Europe/Rome",
        languages: ["it"],
        latitude: 45,
        longitude: 7.7,
        currency: "EUR",
        accent: "tor",
        ...values,
      })
      .returning(),
  );
}

let codes = 0;

/** AAA, AAB, AAC …: one after the other, since three letters by chance would sooner or later be the same in one cohort. */
function nextCode(): string {
  const number = codes++;
  return [676, 26, 1].map((weight) => String.fromCharCode(65 + (Math.floor(number / weight) % 26))).join("");
}

export async function makePerson(values: Partial<typeof t.people.$inferInsert> = {}) {
  const mark = newId();
  return only(
    await db
      .insert(t.people)
      .values({ email: `${mark}@example.org`, name: `Person ${mark.slice(0, 4)}`, ...values })
      .returning(),
  );
}

export async function makeMembership(
  personId: string,
  cohortId: string,
  role: Role,
  workspaceId: string | null = null,
  until: Date | null = null,
) {
  return only(
    await db
      .insert(t.memberships)
      .values({ personId, cohortId, role, workspaceId, untilAt: until, fromAt: sql`now() - interval '1 day'` })
      .returning(),
  );
}

/** A person with a role, in a city or (workspace null) in the cohort. */
export async function makeMember(cohortId: string, role: Role, workspaceId: string | null = null) {
  const person = await makePerson();
  await makeMembership(person.id, cohortId, role, workspaceId);
  return person;
}

export function makeDocument(values: Partial<Document> = {}): Document {
  return {
    title: "A practice",
    card: "What it is, in short.",
    startedOn: null,
    endedOn: null,
    beganOn: null,
    firstActionOn: null,
    sections: [],
    timeline: [],
    observations: [],
    sources: [],
    organisations: [],
    buildingBlocks: [],
    funding: [],
    media: [],
    contact: null,
    policyAreas: [],
    themes: [],
    targetGroups: [],
    sdgs: [],
    maturity: null,
    scale: null,
    participation: null,
    nobodyRecognisable: false,
    ...values,
  };
}

/** A write-up as it stands after being shared with `audience`, with a text for each audience that reads it. */
export async function makeWriteUp(
  place: { cohortId: string; id: string },
  authorId: string,
  options: {
    audience?: Audience;
    kind?: Kind;
    language?: string;
    document?: Partial<Document>;
    documents?: Partial<Record<Reading, Partial<Document>>>;
  } = {},
) {
  const { audience = "cohort", kind = "practice", language = "en" } = options;
  if (kind === "case")
    await db
      .insert(t.crises)
      .values({ id: "test-crisis", type: "flood", hazard: "meteorological-hydrological" })
      .onConflictDoNothing();
  const writeUp = only(
    await db
      .insert(t.writeUps)
      .values({
        cohortId: place.cohortId,
        workspaceId: place.id,
        kind,
        language,
        createdBy: authorId,
        crisisId: kind === "case" ? "test-crisis" : null,
      })
      .returning(),
  );
  await db.insert(t.writeUpAuthors).values({ writeUpId: writeUp.id, personId: authorId });
  const readings: Reading[] =
    audience === "public" ? ["city", "cohort", "public"] : audience === "cohort" ? ["city", "cohort"] : ["city"];
  for (const reading of readings) {
    const document = makeDocument({ ...options.document, ...options.documents?.[reading] });
    await db.insert(t.writeUpTexts).values({
      writeUpId: writeUp.id,
      audience: reading,
      language,
      title: document.title,
      card: document.card,
      document,
      body: document.sections.map((section) => section.markdown).join("\n"),
      phases: [...new Set(document.timeline.map((entry) => entry.phase))],
      themes: document.themes,
    });
  }
  if (audience === "draft") return writeUp;
  const released = readings.length > 1;
  const revision = released
    ? only(
        await db
          .insert(t.revisions)
          .values({
            writeUpId: writeUp.id,
            number: 1,
            audience: audience === "public" ? "public" : "cohort",
            documents: { [language]: makeDocument({ ...options.document, ...options.documents?.cohort }) },
            work: { [language]: makeDocument({ ...options.document, ...options.documents?.city }) },
            createdBy: authorId,
          })
          .returning(),
      )
    : null;
  return only(
    await db
      .update(t.writeUps)
      .set({ audience, releasedRevisionId: revision?.id ?? null, releasedAt: released ? sql`now()` : null })
      .where(sql`id = ${writeUp.id}`)
      .returning(),
  );
}

/** A session tomorrow at 16:00 in Turin that invites `cities`. */
export async function makeSession(
  cohortId: string,
  createdBy: string,
  cities: { id: string }[],
  values: Partial<typeof t.sessions.$inferInsert> = {},
) {
  const startsAt = values.startsAt ?? new Date("2026-12-01T15:00:00Z");
  const minutes = values.minutes ?? 90;
  const session = only(
    await db
      .insert(t.sessions)
      .values({
        cohortId,
        format: "peer-assist",
        title: "A session",
        purpose: "What keeps volunteers?",
        language: "en",
        wallStart: "2026-12-01T16:00",
        zone: "Europe/Rome",
        minutes,
        startsAt,
        endsAt: new Date(startsAt.getTime() + minutes * 60_000),
        zoneRules: "2026a",
        uid: `${newId()}@stafeta.test`,
        createdBy,
        ...values,
      })
      .returning(),
  );
  if (cities.length > 0) {
    await db
      .insert(t.sessionCities)
      .values(cities.map((city) => ({ sessionId: session.id, cohortId, workspaceId: city.id })));
  }
  return session;
}

export async function makeComment(
  about: { writeUpId: string } | { sessionId: string } | { askId: string },
  cohortId: string,
  authorId: string,
  values: Partial<typeof t.comments.$inferInsert> = {},
) {
  return only(
    await db
      .insert(t.comments)
      .values({
        ...about,
        cohortId,
        authorId,
        audience: "cohort",
        language: "en",
        markdown: "A word.",
        html: "<p>A word.</p>",
        ...values,
      })
      .returning(),
  );
}

/** Something that a city took on, due at the end of 2026. */
export async function makeCommitment(
  city: { id: string; cohortId: string },
  createdBy: string,
  values: Partial<typeof t.commitments.$inferInsert> = {},
) {
  return only(
    await db
      .insert(t.commitments)
      .values({
        cohortId: city.cohortId,
        workspaceId: city.id,
        language: "en",
        what: "Send the agreement",
        dueOn: "2026-12-31",
        createdBy,
        ...values,
      })
      .returning(),
  );
}

/** A poll on a session, open for another day, with an option on each of these days from now at 15:00 UTC. */
export async function makePoll(
  session: { id: string },
  createdBy: string,
  days: readonly number[] = [10, 11, 12],
  values: Partial<typeof t.polls.$inferInsert> = {},
) {
  const poll = only(
    await db
      .insert(t.polls)
      .values({ sessionId: session.id, createdBy, closesAt: new Date(Date.now() + 86_400_000), ...values })
      .returning(),
  );
  const rows = days.map((day) => {
    const date = new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10);
    return {
      pollId: poll.id,
      wallStart: `${date}T15:00`,
      zone: "Atlantic/Reykjavik",
      startsAt: new Date(`${date}T15:00Z`),
    };
  });
  const options = await db.insert(t.pollOptions).values(rows).returning();
  return { ...poll, options };
}

/** Something asked of a city, or about a theme when `to` is null. */
export async function makeAsk(
  cohortId: string,
  askerId: string,
  to: { id: string } | null,
  values: Partial<typeof t.asks.$inferInsert> = {},
) {
  return only(
    await db
      .insert(t.asks)
      .values({
        cohortId,
        askerId,
        toWorkspaceId: to?.id ?? null,
        theme: to ? null : "food",
        language: "en",
        title: "Who paid for the phone lines?",
        ...values,
      })
      .returning(),
  );
}
