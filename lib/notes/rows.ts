import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { notes, people, workspaces } from "@/db/schema";
import type { Note } from "./types";

const changers = alias(people, "changers");

/** Notes in the order in which they were begun. Whoever asks has looked at the rights before. */
export async function noteRows(sessionId: string, ids?: string[]): Promise<Note[]> {
  const rows = await db
    .select({
      id: notes.id,
      stepId: notes.agendaItemId,
      kind: notes.kind,
      language: notes.language,
      body: notes.body,
      version: notes.version,
      author: { id: people.id, name: people.name },
      city: {
        code: workspaces.code,
        name: workspaces.name,
        localName: workspaces.localName,
        languages: workspaces.languages,
        accent: workspaces.accent,
      },
      createdAt: notes.createdAt,
      changer: { id: changers.id, name: changers.name },
      deletedAt: notes.deletedAt,
    })
    .from(notes)
    .innerJoin(people, eq(people.id, notes.authorId))
    .leftJoin(workspaces, eq(workspaces.id, notes.workspaceId))
    .leftJoin(changers, eq(changers.id, notes.updatedBy))
    .where(and(eq(notes.sessionId, sessionId), ids ? inArray(notes.id, ids) : undefined))
    .orderBy(asc(notes.createdAt), asc(notes.id));
  return rows.map(({ changer, deletedAt, ...note }) => ({
    ...note,
    changedBy: !deletedAt && changer && changer.id !== note.author.id ? changer.name : null,
    removedBy: deletedAt ? (changer?.name ?? note.author.name) : null,
  }));
}
