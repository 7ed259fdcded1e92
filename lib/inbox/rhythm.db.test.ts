import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMember, makePerson, makeWriteUp } from "@/db/factories";
import { auditLog, follows, people } from "@/db/schema";
import { actorOf } from "@/lib/auth/current";
import { tokenFor } from "@/lib/auth/tokens";
import { clock } from "@/lib/time/now";
import type { Rhythm } from "./limits";
import { mailToken, readMailToken } from "./mail-token";
import { getMailChoice, muteByMail, rhythmOf, setRhythm, setRhythmByMail } from "./rhythm";
import { SetRhythm, SetRhythmByMail } from "./schema";

async function rhythm(personId: string): Promise<Rhythm> {
  return rhythmOf(await actorOf(personId));
}

async function trace(personId: string) {
  const rows = await db.select().from(auditLog).where(eq(auditLog.actorId, personId));
  return rows.map(({ action, detail, cohortId }) => [action, detail, cohortId]);
}

async function uses(): Promise<number> {
  return (await db.execute(sql`select 1 from rate_limits where key like 'unsubscribe:%'`)).length;
}

test("somebody chooses how often mail comes, for themselves, and the change leaves its trace once", async () => {
  const [anna, bruno] = [await makePerson(), await makePerson()];
  await setRhythm(await actorOf(anna.id), "weekly");
  await setRhythm(await actorOf(anna.id), "weekly");
  expect(await rhythm(anna.id)).toBe("weekly");
  expect(await rhythm(bruno.id)).toBe("at-once");
  expect(await trace(anna.id)).toEqual([["mail.rhythm", { rhythm: "weekly", by: "settings" }, null]]);
});

test("whoever chooses to be told daily in the afternoon hears in the morning, not the same evening", async () => {
  const gathered = async (hour: string) => {
    const anna = await makePerson({ zone: "America/Los_Angeles", workStart: 540 });
    const stopped = vi.spyOn(clock, "now").mockReturnValue(new Date(`2026-11-24T${hour}:00-08:00`));
    await setRhythm(await actorOf(anna.id), "daily");
    stopped.mockRestore();
    const [row] = await db.select({ on: people.gatheredOn }).from(people).where(eq(people.id, anna.id));
    return row?.on;
  };
  expect(await gathered("08:30")).toBeNull();
  expect(await gathered("17:00")).toBe("2026-11-24");
});

test("a form that names another rhythm, or another person, is refused", () => {
  for (const wrong of [{}, { rhythm: "hourly" }, { rhythm: "daily", personId: "0123456789abcdef" }])
    expect(SetRhythm.safeParse(wrong).success).toBe(false);
  expect(SetRhythmByMail.safeParse({ rhythm: "never" }).success).toBe(false);
  expect(SetRhythmByMail.safeParse({ rhythm: "never", token: "x".repeat(300) }).success).toBe(false);
});

test("the link of a mail ends mail for its person only, without signing in, as often as it is pressed", async () => {
  const [anna, bruno] = [await makePerson(), await makePerson()];
  const token = mailToken(anna.id, null);
  await Promise.all([1, 2, 3].map(() => setRhythmByMail({ token, rhythm: "never" })));
  expect(await rhythm(anna.id)).toBe("never");
  expect(await rhythm(bruno.id)).toBe("at-once");
  expect(await trace(anna.id)).toEqual([["mail.rhythm", { rhythm: "never", by: "mail" }, null]]);
});

test("a link that we did not make does nothing and says nothing", async () => {
  const anna = await makePerson();
  const before = await uses();
  const good = mailToken(anna.id, null);
  const forged = [
    "",
    anna.id,
    `${good.slice(0, -1)}${good.endsWith("A") ? "B" : "A"}`,
    `${anna.id}W${anna.id}.${good.split(".")[1]}`,
    tokenFor("link", anna.id),
    tokenFor("sign-in", anna.id),
    tokenFor("unsubscribe", `${anna.id}X0123456789abcdef`),
    "../../etc/passwd",
  ];
  for (const token of forged) {
    expect(readMailToken(token), token).toBeNull();
    await expect(setRhythmByMail({ token, rhythm: "never" })).rejects.toMatchObject({ code: "invalid" });
    await expect(muteByMail({ token })).rejects.toMatchObject({ code: "invalid" });
    expect(await getMailChoice(token)).toBeNull();
  }
  const gone = await makePerson();
  const token = mailToken(gone.id, null);
  await db.delete(people).where(eq(people.id, gone.id));
  expect(await getMailChoice(token)).toBeNull();
  expect(await uses()).toBe(before);
});

test("the link of a mail about one thing mutes it, and names it as long as its person may read it", async () => {
  const cohort = await makeCohort();
  const turin = await makeCity(cohort.id);
  const anna = await makeMember(cohort.id, "official", turin.id);
  const peer = await makeMember(cohort.id, "member", (await makeCity(cohort.id)).id);
  const writeUp = await makeWriteUp(turin, anna.id, { document: { title: "Torino Solidale" } });
  const token = mailToken(peer.id, { writeUpId: writeUp.id });
  expect(readMailToken(token)).toEqual({ personId: peer.id, thing: { writeUpId: writeUp.id } });
  const choice = await getMailChoice(token);
  expect(choice).toEqual({ email: peer.email, rhythm: "at-once", title: { text: "Torino Solidale", language: "en" } });
  await muteByMail({ token });
  await muteByMail({ token });
  const rows = await db.select().from(follows).where(eq(follows.personId, peer.id));
  expect(rows).toMatchObject([{ writeUpId: writeUp.id, follow: "mute" }]);
  await db.execute(sql`update write_ups set audience = 'city' where id = ${writeUp.id}`);
  expect((await getMailChoice(token))?.title).toBeNull();
  await expect(muteByMail({ token })).rejects.toMatchObject({ code: "not_found" });
  await expect(muteByMail({ token: mailToken(peer.id, null) })).rejects.toMatchObject({ code: "not_found" });
});

test("a token pressed too often is told to wait", async () => {
  const anna = await makePerson();
  const token = mailToken(anna.id, null);
  const answers = await Promise.allSettled(
    Array.from({ length: 70 }, () => setRhythmByMail({ token, rhythm: "daily" })),
  );
  const refused = answers.filter((answer) => answer.status === "rejected");
  expect(refused).toHaveLength(10);
  expect(refused[0]).toMatchObject({ reason: { code: "too_many" } });
});
