import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeCity, makeCohort, makeMembership, makePerson, makeWriteUp, makeMember } from "@/db/factories";
import { actorOf } from "@/lib/auth/current";
import { newId } from "@/lib/ids";
import { postComment } from "./post";
const VIEW = { locale: "en", zone: "Europe/Rome" } as const;
test("cross", async () => {
  const cohort = await makeCohort(); const turin = await makeCity(cohort.id);
  const named = async (name: string) => { const p = await makePerson({ name }); await makeMembership(p.id, cohort.id, "official", turin.id); return p.id; };
  const people = await Promise.all(["Anna Abc", "Zoe Xyz", "Mia Mno", "Bea Bcd", "Yan Yz"].map(named));
  const speakers = await Promise.all(Array.from({ length: 12 }, () => makeMember(cohort.id, "facilitator")));
  const writeUp = await makeWriteUp(turin, people[0] ?? "");
  for (const id of people) await db.execute(sql`insert into follows (id, person_id, write_up_id, follow) values (${newId()}, ${id}, ${writeUp.id}, 'follow')`);
  const names = ["Anna Abc", "Zoe Xyz", "Mia Mno", "Bea Bcd", "Yan Yz"];
  const actors = await Promise.all(speakers.map(({ id }) => actorOf(id)));
  const results: PromiseSettledResult<unknown>[] = [];
  for (let round = 0; round < 4; round++)
    results.push(...(await Promise.allSettled(actors.map((actor, n) => postComment(actor, { writeUpId: writeUp.id, markdown: `Word @${names[(n + round) % 5]} @${names[(n * 2 + round) % 5]}`, formKey: newId() } as never, VIEW)))));
  const bad = results.filter((r) => r.status === "rejected");
  console.log(results.length, bad.length, bad.slice(0, 2).map((r) => String((r as PromiseRejectedResult).reason?.cause ?? (r as PromiseRejectedResult).reason)));
}, 60000);
