import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/lib/auth/actor";
import type { Thing } from "./types";

/** The rows of follows, of notifications or of visits that are about the thing. */
export function aboutThing(alias: string, thing: Thing): SQL {
  const column = (name: string) => sql.raw(`${alias}.${name}`);
  if ("writeUpId" in thing) return sql`${column("write_up_id")} = ${thing.writeUpId}`;
  if ("sessionId" in thing) return sql`${column("session_id")} = ${thing.sessionId}`;
  if ("askId" in thing) return sql`${column("ask_id")} = ${thing.askId}`;
  return sql`${column("commitment_id")} = ${thing.commitmentId}`;
}

/** A statement with the ids (`person_id`) of those who want to hear all that is said about the thing. */
export function followersOf(thing: Thing): SQL {
  return sql`select f.person_id from follows f where ${aboutThing("f", thing)} and f.follow = 'follow'`;
}

/** What the reader has said about hearing of the thing, as one value of a statement; null when nothing. */
export function followOf(reader: Reader, thing: Thing): SQL {
  if (!reader) return sql`null`;
  return sql`(select f.follow from follows f where f.person_id = ${reader.personId} and ${aboutThing("f", thing)})`;
}
