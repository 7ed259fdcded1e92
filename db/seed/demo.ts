import "server-only";
import { sql } from "drizzle-orm";
import type { Reading } from "@/lib/write-ups/limits";
import { documentFor, readingColumns } from "@/lib/write-ups/reading";
import { db, type Tx } from "../client";
import * as t from "../schema";
import { seedAsks } from "./asks";
import { CITIES } from "./cities";
import { seedComments } from "./comments";
import * as beloHorizonte from "./content/belo-horizonte";
import * as bilbao from "./content/bilbao";
import * as dublin from "./content/dublin";
import * as rotterdam from "./content/rotterdam";
import * as sanFrancisco from "./content/san-francisco";
import * as turin from "./content/turin";
import type { SeedWriteUp } from "./content/types";
import * as warsaw from "./content/warsaw";
import { documentIn } from "./documents";
import { seedHeldSessions } from "./held-sessions";
import { PEOPLE } from "./people";
import { seedPoll } from "./poll";
import { seedSessions } from "./sessions";

export interface Seeded {
  cohortId: string;
  /** Slug → workspace. */
  cities: Map<string, { id: string; zone: string }>;
  /** Handle → person. */
  people: Map<string, string>;
  /** Name of the seed → write-up. */
  writeUps: Map<string, string>;
}

const WRITE_UPS: SeedWriteUp[] = [turin, dublin, bilbao, rotterdam, sanFrancisco, beloHorizonte, warsaw].flatMap(
  ({ practice, crisisCase }) => [crisisCase, practice],
);

/** Fills an empty database with the demo cohort; a database that has people is left alone. Safe to call at once from many. */
export async function seedDemo(): Promise<void> {
  await db.transaction(async (tx) => {
    // Another instance may be filling it on a slow machine: here waiting is right.
    await tx.execute(sql`set local lock_timeout = 0`);
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`select pg_advisory_xact_lock(7365747)`);
    const [someone] = await tx.select({ id: t.people.id }).from(t.people).limit(1);
    if (someone) return;
    const seeded = await seedPlaces(tx);
    await seedWriteUps(tx, seeded);
    const sessions = await seedSessions(tx, seeded);
    await seedHeldSessions(tx, seeded, sessions);
    await seedPoll(tx, seeded);
    await seedComments(tx, seeded);
    await seedAsks(tx, seeded);
  });
}

function idsBy<K extends string, T extends { id: string }>(rows: T[], key: (row: T) => K): Map<K, string> {
  return new Map(rows.map((row) => [key(row), row.id]));
}

async function seedPlaces(tx: Tx): Promise<Seeded> {
  const [cohort] = await tx
    .insert(t.cohorts)
    .values({ name: "Respond, Rebuild, Reinvent", stage: "explore", startsOn: "2021-05-01", demo: true })
    .returning();
  if (!cohort) throw new Error("no cohort");
  const cities = await tx
    .insert(t.workspaces)
    .values(
      CITIES.map((city) => ({
        ...city,
        cohortId: cohort.id,
        contact: `${city.slug}@demo.stafeta.example`,
        // Before the first session that was held: none of them came late.
        createdAt: sql`now() - interval '260 days'`,
      })),
    )
    .returning();
  const people = await tx
    .insert(t.people)
    .values(
      PEOPLE.map(({ handle, name, languages, zone, helps }) => ({
        demoHandle: handle,
        name,
        languages,
        zone,
        expertise: helps,
        email: `${handle}@demo.stafeta.example`,
      })),
    )
    .returning();
  const personIds = idsBy(people, (row) => row.demoHandle ?? "");
  const cityIds = idsBy(cities, (row) => row.slug);
  await tx.insert(t.memberships).values(
    PEOPLE.flatMap(({ handle, role, city }) =>
      role === null
        ? []
        : [
            {
              personId: personIds.get(handle) ?? "",
              cohortId: cohort.id,
              workspaceId: city ? (cityIds.get(city) ?? null) : null,
              role: role === "ended" ? ("official" as const) : role,
              fromAt: sql`now() - interval '200 days'`,
              untilAt: role === "ended" ? sql`now() - interval '30 days'` : null,
            },
          ],
    ),
  );
  // Turin's own day; the others are in the table of its country.
  await tx.insert(t.holidays).values({
    workspaceId: cityIds.get("turin") ?? "",
    onDate: "2027-06-24",
    name: "San Giovanni",
    addedBy: personIds.get("official-turin") ?? "",
  });
  return {
    cohortId: cohort.id,
    cities: new Map(cities.map(({ slug, id, zone }) => [slug, { id, zone }])),
    people: personIds,
    writeUps: new Map(),
  };
}

async function seedWriteUps(tx: Tx, seeded: Seeded): Promise<void> {
  await tx.insert(t.crises).values({ id: "covid-19", type: "pandemic-epidemic", hazard: "biological", beganOn: null });
  let age = WRITE_UPS.length;
  for (const seed of WRITE_UPS) {
    age -= 1;
    const city = seeded.cities.get(seed.city);
    const author = seeded.people.get(`official-${seed.city}`);
    const [original] = seed.languages;
    if (!city || !author || !original) throw new Error(`seed: ${seed.name}`);
    const when = sql`now() - make_interval(hours => ${age * 37 + 5})`;
    const [writeUp] = await tx
      .insert(t.writeUps)
      .values({
        cohortId: seeded.cohortId,
        workspaceId: city.id,
        kind: seed.kind,
        language: original,
        crisisId: seed.crisis,
        createdBy: author,
        createdAt: when,
        updatedAt: when,
      })
      .returning({ id: t.writeUps.id });
    if (!writeUp) throw new Error(seed.name);
    seeded.writeUps.set(seed.name, writeUp.id);
    await tx.insert(t.writeUpAuthors).values({ writeUpId: writeUp.id, personId: author });
    const readings: Reading[] =
      seed.audience === "public"
        ? ["city", "cohort", "public"]
        : seed.audience === "cohort"
          ? ["city", "cohort"]
          : ["city"];
    const documents = Object.fromEntries(seed.languages.map((language) => [language, documentIn(seed, language)]));
    await tx.insert(t.writeUpTexts).values(
      readings.flatMap((audience) =>
        seed.languages.map((language) => ({
          writeUpId: writeUp.id,
          audience,
          language,
          ...readingColumns(documentFor(audience, documentIn(seed, language))),
          translatedBy: language === original ? null : author,
          followsVersion: language === original ? null : 1,
          updatedAt: when,
        })),
      ),
    );
    const [revision] = await tx
      .insert(t.revisions)
      .values({
        writeUpId: writeUp.id,
        number: 1,
        audience: readings.at(-1) ?? "city",
        documents: seed.audience === "city" ? {} : mapped(documents, (document) => documentFor("cohort", document)),
        work: documents,
        createdBy: author,
        createdAt: when,
      })
      .returning({ id: t.revisions.id });
    const released = seed.audience !== "city";
    await tx
      .update(t.writeUps)
      .set({
        audience: seed.audience,
        releasedRevisionId: released ? (revision?.id ?? null) : null,
        releasedAt: released ? when : null,
      })
      .where(sql`id = ${writeUp.id}`);
  }
}

function mapped<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
