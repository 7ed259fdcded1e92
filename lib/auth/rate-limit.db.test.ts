import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makeWriteUp } from "@/db/factories";
import { auditLog, comments, notifications } from "@/db/schema";
import { postComment } from "@/lib/comments/post";
import { PostComment } from "@/lib/comments/schema";
import { AppError } from "@/lib/errors/errors";
import { newId } from "@/lib/ids";
import { clock } from "@/lib/time/now";
import type { Actor } from "./actor";
import { actorOf } from "./current";
import { limitPerson, limitRate, RATES } from "./rate-limit";

const NOW = new Date("2026-11-23T10:00:20.500Z");
beforeEach(() => {
  vi.spyOn(clock, "now").mockReturnValue(NOW);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const wait = (verb: Promise<unknown>): Promise<number | "done"> =>
  verb.then(
    () => "done" as const,
    (error: unknown) => {
      if (error instanceof AppError && error.code === "too_many") return error.retryAfter ?? 0;
      throw error;
    },
  );

test("whoever does something too often hears for how many seconds, and then goes on", async () => {
  const key = newId();
  expect(await wait(limitRate(key, 2, 60))).toBe("done");
  expect(await wait(limitRate(key, 2, 60))).toBe("done");
  expect(await wait(limitRate(key, 2, 60))).toBe(40);
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-23T10:00:59.999Z"));
  expect(await wait(limitRate(key, 2, 60))).toBe(1);
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-23T10:01:00.000Z"));
  expect(await wait(limitRate(key, 2, 60))).toBe("done");
});

test("what is counted by the day is free again the next day", async () => {
  const person = { personId: newId() };
  for (let made = 0; made < RATES.ask.most; made++) expect(await wait(limitPerson(person, "ask"))).toBe("done");
  expect(await wait(limitPerson(person, "ask"))).toBe(13 * 3600 + 59 * 60 + 40);
  expect(await wait(limitPerson(person, "report"))).toBe("done");
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-24T00:00:00.000Z"));
  expect(await wait(limitPerson(person, "ask"))).toBe("done");
});

test("of two hundred comments that one person sends at once thirty stand whole, and nobody else is slowed", async () => {
  const cohort = await makeCohort();
  const city = await makeCity(cohort.id);
  const as = async () => actorOf((await makeMember(cohort.id, "member", city.id)).id);
  const [author, loud, calm] = [await as(), await as(), await as()];
  const writeUp = await makeWriteUp(city, author.personId);
  const say = (actor: Actor, n: number, formKey = newId()) =>
    wait(
      postComment(actor, PostComment.parse({ writeUpId: writeUp.id, formKey, markdown: `Number ${n}` }), {
        locale: "en",
        zone: "Europe/Rome",
      }),
    );
  const [answers, others] = await Promise.all([
    Promise.all(Array.from({ length: 200 }, (_, n) => say(loud, n))),
    Promise.all(Array.from({ length: 10 }, (_, n) => say(calm, n))),
  ]);
  const { most } = RATES.comment;
  expect(answers.filter((answer) => answer === "done")).toHaveLength(most);
  expect(answers.filter((answer) => answer === 40)).toHaveLength(200 - most);
  expect(others).toEqual(others.map(() => "done"));
  const stand = await db.select({ id: comments.id }).from(comments).where(eq(comments.authorId, loud.personId));
  const logged = await db.select({ id: auditLog.subjectId }).from(auditLog).where(eq(auditLog.actorId, loud.personId));
  const told = await db
    .select({ id: notifications.commentId })
    .from(notifications)
    .where(eq(notifications.actorId, loud.personId));
  const ids = (rows: { id: string | null }[]) => rows.map(({ id }) => id).sort();
  expect(stand).toHaveLength(most);
  expect(ids(logged)).toEqual(ids(stand));
  expect(ids(told)).toEqual(ids(stand));
});
