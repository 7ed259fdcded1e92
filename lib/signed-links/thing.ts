import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { asks, sessions, writeUps } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { asksVisibleTo, readingFor, sessionsVisibleTo, visibleTo } from "@/lib/auth/visible-to";
import type { About } from "@/lib/comments/types";

/** What people talk about, as far as a link or a letter names it. */
export interface Thing {
  title: string;
  language: string;
  path: string;
  /** More words to a question, made safe when they were written. */
  html: string;
}

/** Null when the actor may not know of it at this moment. */
export async function thingFor(actor: Actor, about: About): Promise<Thing | null> {
  const [found] = await select(actor, about);
  return found ? { ...found, title: found.title ?? "", path: pathOf(about) } : null;
}

function select(actor: Actor, about: About) {
  if ("askId" in about) {
    return db
      .select({ title: asks.title, language: asks.language, html: asks.html })
      .from(asks)
      .where(and(eq(asks.id, about.askId), asksVisibleTo(actor)));
  }
  if ("sessionId" in about) {
    return db
      .select({ title: sessions.title, language: sessions.language, html: sql<string>`''` })
      .from(sessions)
      .where(and(eq(sessions.id, about.sessionId), sessionsVisibleTo(actor)));
  }
  return db
    .select({
      title: writeUpTitle(actor),
      language: writeUpLanguage(actor),
      html: sql<string>`''`,
    })
    .from(writeUps)
    .where(and(eq(writeUps.id, about.writeUpId), visibleTo(actor)));
}

/** The title of the write-up in `write_ups`, in the text of it that the actor reads. */
export function writeUpTitle(actor: Actor): SQL<string | null> {
  return sql<string | null>`(select x.title ${textOf(actor)})`;
}
export function writeUpLanguage(actor: Actor): SQL<string> {
  return sql<string>`(select x.language ${textOf(actor)})`;
}

function textOf(actor: Actor): SQL {
  return sql`from write_up_texts x where x.write_up_id = ${writeUps.id} and x.audience = ${readingFor(actor)}
    order by array_position(string_to_array(${actor.languages.join(",")}, ','), x.language),
      x.language = ${writeUps.language} desc limit 1`;
}

export function pathOf(about: About): string {
  if ("writeUpId" in about) return `/write-ups/${about.writeUpId}`;
  return "sessionId" in about ? `/sessions/${about.sessionId}` : `/asks/${about.askId}`;
}

/** Where one answers a comment, or says something, with the field open. */
export function answerPathOf(about: About, commentId: string | null): string {
  return pathOf(about) + (commentId ? `?reply=${commentId}#reply` : "#write");
}
