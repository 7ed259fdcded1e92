import type { Browser } from "@playwright/test";
import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { makeCommitment, makeDocument, makeMembership, makePoll, makeSession, makeWriteUp } from "@/db/factories";
import {
  answers,
  attendance,
  calendarFeeds,
  formats,
  holidays,
  minutes,
  notes,
  questions,
  revisions,
  savedSearches,
  workingCopies,
  writeUpAuthors,
  writeUps,
  writeUpTexts,
} from "@/db/schema";
import { hashToken, newToken } from "@/lib/auth/tokens";
import { newId } from "@/lib/ids";
import { linkFor } from "@/lib/signed-links/link-for";
import { signInPerson } from "./people";
import type { World } from "./test";

interface Hidden {
  author: { id: string };
  /** A write-up that everybody reads. */
  openId: string;
  draftId: string;
  /** A word that stands in one place only. */
  canary: (place: string) => string;
}

/** A word for each thing that lies beside the texts that are read: files, translations, earlier states, what was typed. */
export async function hideBeside({ city }: World, browser: Browser, { author, openId, draftId, canary }: Hidden) {
  const context = await browser.newContext();
  await signInPerson(context, author.id);
  const upload = async (place: string) => {
    const file = { name: `${canary(`${place}name`)}.txt`, mimeType: "text/plain", buffer: Buffer.from(canary(place)) };
    const answer = await context.request.post(`/api/files?writeUp=${openId}&key=${newId()}`, { multipart: { file } });
    return String(((await answer.json()) as { to: string }).to.split("/").at(-1));
  };
  const [waiting, file] = [await upload("waiting"), await upload("file")];
  await context.close();

  const inCity = and(eq(writeUpTexts.writeUpId, openId), eq(writeUpTexts.audience, "city"));
  const [work] = await db.select().from(writeUpTexts).where(inCity);
  if (!work) throw new Error("no text");
  const kept = { id: newId(), fileId: file, kind: "document", caption: canary("caption"), audience: "city" } as const;
  const media = [{ ...kept, alt: "", credit: "", licence: "", width: null, height: null, size: 20 }];
  await db
    .update(writeUpTexts)
    .set({ document: { ...work.document, media } })
    .where(inCity);

  const translated = makeDocument({ title: canary("translated"), card: canary("translated") });
  const { title, card } = translated;
  await db.insert(writeUpTexts).values({
    ...{ writeUpId: openId, audience: "city", language: "it", title, card, document: translated },
    ...{ body: canary("translated"), phases: [], themes: [] },
  });
  const earlier = { en: makeDocument({ title: canary("revision"), card: canary("revision") }) };
  const pinned = { writeUpId: openId, number: 2, audience: "city", documents: {}, work: earlier } as const;
  await db.insert(revisions).values({ ...pinned, createdBy: author.id });

  const form = { language: "en", task: "title", version: 1, seen: "" };
  const fields: [string, string][] = [["title", canary("typed")]];
  await db.insert(workingCopies).values({ ...form, writeUpId: openId, personId: author.id, fields });
  await db.insert(workingCopies).values({ ...form, writeUpId: draftId, personId: author.id, fields });
  await db.insert(savedSearches).values({ personId: author.id, query: `q=${canary("searched")}` });

  const taken = await makeWriteUp(city, author.id, { audience: "city", document: { title: canary("taken") } });
  await db
    .update(writeUps)
    .set({ withdrawnFrom: "cohort", withdrawnAt: sql`now()`, withdrawnReason: canary("reason") })
    .where(eq(writeUps.id, taken.id));
  return { waiting, file, takenId: taken.id };
}

/** An official who wrote with others and has left the city since. */
export async function formerAuthor({ cohort, city, outsider }: World, writeUpIds: string[]) {
  const person = await outsider();
  await makeMembership(person.id, cohort.id, "official", city.id, new Date(Date.now() - 60_000));
  await db.insert(writeUpAuthors).values(writeUpIds.map((writeUpId) => ({ writeUpId, personId: person.id })));
  return person;
}

/** What stands below a write-up's address, and what tells of it elsewhere. */
export const BESIDE_A_WRITE_UP = [
  "",
  "/edit",
  "/edit/title",
  "/edit/files",
  "/edit/authors",
  "/edit/delete",
  "/share",
  "/preview?as=city",
  "/translate",
  "/translate/it",
  "/translate/it/title",
  "/withdrawn",
  "/revisions",
  "/revisions/1",
  "/revisions/2",
  "/revisions/2?in=it",
  "/revisions/1/cite?as=csl",
  "/revisions/2/cite",
  "/revisions/2/restore",
  "/revisions/compare?from=1&to=2",
  "/revisions/compare?from=1&to=work",
  "/export?as=pdf",
  "/export?as=docx",
  "/export?as=md",
  "/export?as=json&in=it",
  "/export?as=nothing",
  "/picture.png?in=it",
];

interface HiddenSession {
  facilitator: { id: string };
  author: { id: string };
  /** Who once belonged to the city, took the notes of its session and meant to come. */
  former: { id: string };
  /** A write-up that only the city reads. */
  cityId: string;
  canary: (place: string) => string;
}

/** A word for each thing that belongs to a session: one to come that only the world's city is invited to, and one held. */
export async function hideInSessions(world: World, { facilitator, author, former, cityId, canary }: HiddenSession) {
  const { cohort, city } = world;
  const soon = new Date(Date.now() + 3 * 86_400_000);
  const coming = await makeSession(cohort.id, facilitator.id, [city], {
    ...{ startsAt: soon, title: "An open title", joinUrl: `https://meet.example.org/${canary("way")}` },
    ...{ noteTakerId: former.id, status: "scheduled" },
  });
  const held = await makeSession(cohort.id, facilitator.id, [city], {
    ...{ startsAt: new Date(Date.now() - 3 * 86_400_000), status: "held", title: "A held title" },
    ...{ joinUrl: `https://meet.example.org/${canary("oldway")}` },
  });
  const voted = await makeSession(cohort.id, facilitator.id, [city], { startsAt: soon, status: "polling" });
  await makePoll(voted, facilitator.id);
  const said = (place: string) => ({ authorId: author.id, workspaceId: city.id, language: "en", body: canary(place) });
  await db.insert(notes).values([
    { sessionId: coming.id, ...said("note") },
    { sessionId: held.id, ...said("heldnote") },
  ]);
  await db.insert(questions).values({ sessionId: coming.id, ...said("question") });
  const summary = (sessionId: string, place: string) => ({
    ...{ sessionId, language: "en", markdown: canary(place), html: `<p>${canary(place)}</p>`, updatedBy: author.id },
  });
  await db.insert(minutes).values([summary(coming.id, "summary"), summary(held.id, "heldsummary")]);
  await db.insert(attendance).values({ sessionId: coming.id, name: canary("guest"), recordedBy: facilitator.id });
  await db.insert(answers).values({ sessionId: coming.id, personId: former.id, answer: "going" });
  const promise = await makeCommitment(city, author.id, { what: canary("promise"), writeUpId: cityId });
  const day = { workspaceId: city.id, onDate: soon.toISOString().slice(0, 10), name: canary("holiday") };
  await db.insert(holidays).values({ ...day, addedBy: author.id });
  const steps = [{ title: canary("formatstep"), minutes: 60, lead: "", output: null }];
  const [format] = await db
    .insert(formats)
    .values({ cohortId: cohort.id, name: canary("format"), language: "en", minutes: 60, steps, createdBy: author.id })
    .returning();
  const month = soon.toISOString().slice(0, 7);
  const formerLink = { purpose: "answer", personId: former.id, sessionId: coming.id } as const;
  return {
    link: await linkFor(db, { ...formerLink, days: 9 }),
    pages: [
      ...[coming, held, voted].flatMap(({ id }) => [
        ...BESIDE_A_SESSION.map((path) => `/sessions/${id}${path}`),
        `/api/notes?session=${id}`,
        `/api/comments?session=${id}`,
        `/sessions/new?after=${id}`,
        `/formats/new?session=${id}`,
      ]),
      "/commitments",
      `/commitments?city=${city.slug}`,
      `/commitments/${promise.id}`,
      "/formats",
      `/formats/${format?.id}/edit`,
      `/formats/new?from=${format?.id}`,
      `/sessions?month=${month}`,
      "/sessions/fair-hours",
      `/cities/${city.slug}/hours`,
    ],
  };
}

/** The secret address under which somebody's calendar program reads. */
export async function feedFor(personId: string): Promise<string> {
  const token = newToken();
  await db.insert(calendarFeeds).values({ personId, tokenHash: hashToken(token) });
  return `/calendar/${token}.ics`;
}

/** What stands below a session's address. */
export const BESIDE_A_SESSION = [
  "",
  "/notes",
  "/minutes",
  "/minutes/pdf",
  "/minutes/edit",
  "/run",
  "/questions",
  "/attendance",
  "/agenda",
  "/edit",
  "/move",
  "/cancel",
  "/poll",
  "/poll/new",
  "/poll/suggest",
  "/calendar.ics",
];
