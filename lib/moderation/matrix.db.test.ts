import { eq, or, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import {
  makeCity,
  makeCohort,
  makeComment,
  makeMember,
  makeMembership,
  makePerson,
  makeSession,
  makeWriteUp,
} from "@/db/factories";
import { appeals, asks, comments, notifications, rateLimits, reports, writeUpAuthors } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canPlace, canReadAsk, canSession, canWriteUp } from "@/lib/auth/can";
import { actorOf } from "@/lib/auth/current";
import { ROLES } from "@/lib/cohorts/limits";
import { AUDIENCES } from "@/lib/write-ups/limits";
import { appealHiding, decideAppeal } from "./appeals";
import { moderatorsOf } from "./moderators";
import { hideSaid, keepSaid, reportSaid, restoreSaid } from "./mutations";
import { getJudged, listCases } from "./queries";

const RELATIONS = ["own city", "other city", "other cohort", "ended"] as const;
const SESSION_STATES = ["draft", "scheduled", "cancelled", "held"] as const;

interface Subject {
  name: string;
  id: string;
  kind: "comment" | "ask";
  /** By the permission table alone. */
  read: (reader: Actor) => boolean;
  /** Whether it is there for them once it is hidden. */
  readHidden: (reader: Actor) => boolean;
  moderate: (reader: Actor) => boolean;
  report: (reader: Actor) => boolean;
}

let readers: { name: string; actor: Actor }[];
let subjects: Subject[];
let author: Actor;

beforeAll(async () => {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const neighbour = await makeCity(cohort.id);
  const elsewhere = await makeCohort();
  const stranger = await makeCity(elsewhere.id);
  author = await actorOf((await makeMember(cohort.id, "official", city.id)).id);
  const invited = await actorOf((await makeMember(cohort.id, "member", city.id)).id);

  readers = [
    { name: "the author", actor: author },
    { name: "a member, invited to write", actor: invited },
    { name: "an account without membership", actor: await actorOf((await makePerson()).id) },
  ];
  for (const role of ROLES) {
    for (const relation of RELATIONS) {
      const person = await makePerson();
      const place = relation === "other cohort" ? elsewhere : cohort;
      const room = relation === "other cohort" ? stranger : relation === "other city" ? neighbour : city;
      const until = relation === "ended" ? new Date(Date.now() - 60_000) : null;
      const isOfCity = role === "member" || role === "official" || role === "lead";
      await makeMembership(person.id, place.id, role, isOfCity ? room.id : null, until);
      readers.push({ name: `${role}, ${relation}`, actor: await actorOf(person.id) });
    }
  }

  const inCohort = (actor: Actor) => actor.memberships.some((m) => m.cohortId === cohort.id);
  const inCity = (actor: Actor) => actor.memberships.some((m) => m.workspaceId === city.id);
  subjects = [];
  for (const audience of AUDIENCES) {
    const writeUp = await makeWriteUp(city, author.personId, { audience });
    await db.insert(writeUpAuthors).values({ writeUpId: writeUp.id, personId: invited.personId });
    const isAuthor = (actor: Actor) => actor === author || actor === invited;
    for (const heard of ["city", "cohort"] as const) {
      if (heard === "cohort" && (audience === "draft" || audience === "city")) continue;
      const { id } = await makeComment({ writeUpId: writeUp.id }, cohort.id, author.personId, { audience: heard });
      const may = (verb: "read" | "moderate" | "report") => (actor: Actor) =>
        (heard === "city" ? inCity(actor) : inCohort(actor)) &&
        canWriteUp(actor, `comment.${verb}`, { ...writeUp, isAuthor: isAuthor(actor) });
      const name = `${audience} write-up, said to the ${heard}`;
      subjects.push(onComment({ name, id, read: may("read"), moderate: may("moderate"), report: may("report") }));
    }
  }
  for (const status of SESSION_STATES) {
    const session = await makeSession(cohort.id, author.personId, [city], { status });
    const { id } = await makeComment({ sessionId: session.id }, cohort.id, author.personId);
    const subject = { ...session, invited: [city.id] };
    subjects.push(
      onComment({
        ...{ name: `session, ${status}`, id },
        read: (actor) => canSession(actor, "session.read", subject),
        moderate: (actor) => canSession(actor, "session-comment.moderate", subject),
        report: (actor) => canSession(actor, "session-comment.report", subject),
      }),
    );
  }
  for (const toWorkspaceId of [city.id, null]) {
    const [ask] = await db
      .insert(asks)
      .values({
        cohortId: cohort.id,
        askerId: author.personId,
        ...(toWorkspaceId ? { toWorkspaceId } : { theme: "food" }),
        language: "en",
        title: "Who holds the keys?",
      })
      .returning();
    const subject = { cohortId: cohort.id, workspaceId: toWorkspaceId, ownerId: author.personId };
    const values = {
      ...{ askId: ask?.id, cohortId: cohort.id, authorId: author.personId },
      audience: "cohort" as const,
    };
    const [made] = await db
      .insert(comments)
      .values({ ...values, language: "en", markdown: "We do.", html: "<p>We do.</p>" })
      .returning();
    const to = toWorkspaceId ? "the city" : "a theme";
    subjects.push(
      onComment({
        ...{ name: `comment on an ask to ${to}`, id: made?.id ?? "" },
        read: (actor) => canPlace(actor, "ask.read", subject),
        moderate: (actor) => canPlace(actor, "ask-comment.moderate", subject),
        report: (actor) => canPlace(actor, "ask-comment.report", subject),
      }),
      {
        ...{ name: `ask to ${to}`, id: ask?.id ?? "", kind: "ask" },
        read: (actor) => canReadAsk(actor, subject, false),
        readHidden: (actor) => canReadAsk(actor, subject, true),
        moderate: (actor) => canPlace(actor, "ask.moderate", subject),
        report: (actor) => canPlace(actor, "ask.report", subject),
      },
    );
  }
});

/** Where a hidden comment stood its readers find that it is not there any more. */
function onComment(subject: Omit<Subject, "kind" | "readHidden">): Subject {
  return { ...subject, kind: "comment", readHidden: subject.read };
}

/** As it was before anybody did anything about it. */
async function reset({ id, kind }: Subject, hiddenBy: string | null) {
  await db.delete(reports).where(or(eq(reports.commentId, id), eq(reports.askId, id)));
  await db.delete(appeals).where(or(eq(appeals.commentId, id), eq(appeals.askId, id)));
  await db.delete(notifications).where(or(eq(notifications.commentId, id), eq(notifications.askId, id)));
  await db.delete(rateLimits);
  const now = sql`now()` as never;
  const table = kind === "ask" ? asks : comments;
  await db
    .update(table)
    .set(
      hiddenBy
        ? { hiddenAt: now, hiddenBy, hiddenReason: "Because." }
        : { hiddenAt: null, hiddenBy: null, hiddenReason: null },
    )
    .where(eq(table.id, id));
}

const outcome = (verb: Promise<unknown>): Promise<string> =>
  verb.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

test("what the table says, what the pages show and what the verbs do is the same for everybody and everything", async () => {
  const hider = author.personId; // nobody of those who decide
  for (const subject of subjects) {
    const { name: about, id, kind, ...table } = subject;
    const named = kind === "ask" ? { askId: id } : { commentId: id };
    for (const { name, actor } of readers) {
      const label = `${name}: ${about}`;
      const own = actor === author;
      const read = table.read(actor);
      const expected = {
        report: read && table.report(actor) && !own,
        hide: read && table.moderate(actor) && !own,
        appeal: read && own,
      };
      let there = read;
      const says = (can: boolean, otherwise = "forbidden") => (can ? "done" : there ? otherwise : "not_found");
      const input = { id };

      await reset(subject, null);
      const shown = await getJudged(actor, id);
      expect(shown !== null, label).toBe(read);
      const inSight = { report: expected.report, hide: expected.hide, restore: false, appeal: false };
      if (shown) expect(shown.abilities, label).toEqual(inSight);
      expect(await outcome(restoreSaid(actor, { ...input, note: "x", from: "" })), label).toBe(
        says(false, expected.hide ? "conflict" : "forbidden"),
      );
      expect(await outcome(appealHiding(actor, { ...input, note: "x" })), label).toBe(
        says(false, expected.appeal ? "conflict" : "forbidden"),
      );
      expect(await outcome(reportSaid(actor, { ...input, reason: "other", note: "" })), label).toBe(
        says(expected.report),
      );
      await db
        .insert(reports)
        .values({ ...named, reporterId: author.personId, reason: "other" })
        .onConflictDoNothing();
      const listed = ((await listCases(actor))?.cases ?? []).some((one) => one.id === id);
      expect(listed, `${label}, in the list`).toBe(expected.hide);
      expect(await outcome(keepSaid(actor, input)), label).toBe(says(expected.hide));
      const hiding = { ...input, ready: "tone" as const, words: "", decides: "" as const, from: "" as const };
      expect(await outcome(hideSaid(actor, hiding)), label).toBe(says(expected.hide));

      await reset(subject, hider);
      there = table.readHidden(actor);
      const hidden = await getJudged(actor, id);
      expect(hidden !== null, `${label}, hidden`).toBe(there);
      const outOfSight = { report: false, hide: false, restore: expected.hide, appeal: expected.appeal };
      if (hidden) {
        expect(hidden.abilities, label).toEqual(outOfSight);
        expect(hidden.html !== null, `${label}, the words`).toBe(own || table.moderate(actor));
      }
      expect(await outcome(hideSaid(actor, hiding)), label).toBe(says(false, expected.hide ? "conflict" : "forbidden"));
      expect(await outcome(appealHiding(actor, { ...input, note: "x" })), label).toBe(says(expected.appeal));
      const [waiting] = await db
        .insert(appeals)
        .values({ ...named, note: "x" })
        .onConflictDoNothing()
        .returning({ id: appeals.id });
      const [appeal] = waiting
        ? [waiting]
        : await db
            .select({ id: appeals.id })
            .from(appeals)
            .where(or(eq(appeals.commentId, id), eq(appeals.askId, id)));
      const deciding = { appealId: appeal?.id ?? "", decision: "kept" as const, answer: "x" };
      expect(await outcome(decideAppeal(actor, deciding)), label).toBe(says(expected.hide));
      expect(await outcome(restoreSaid(actor, { ...input, note: "x", from: "" })), label).toBe(says(expected.hide));
    }
  }
}, 120_000);

test("those who are told of a report are those who may decide about it", async () => {
  for (const { name, id, moderate } of subjects) {
    const told = await moderatorsOf(db, id);
    const expected = readers
      .filter(({ actor }) => actor !== author && moderate(actor))
      .map(({ actor }) => actor.personId);
    expect(told.sort(), name).toEqual(expected.sort());
  }
});
