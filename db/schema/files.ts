import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, snakeCase, text } from "drizzle-orm/pg-core";
import { type FileSize, MEDIA_KINDS } from "@/lib/files/limits";
import { workspaces } from "./cohorts";
import { createdAt, id, instant, oneOf } from "./columns";
import { people } from "./people";
import { writeUps } from "./write-ups";

/**
 * A file of a city. Its bytes lie in the store under its id. Who may read it follows from the texts that show it: a reader
 * of such a text, or, before any text shows it, whoever may edit the write-up.
 */
export const files = snakeCase.table(
  "files",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id),
    writeUpId: text()
      .notNull()
      .references(() => writeUps.id, { onDelete: "cascade" }),
    kind: text({ enum: MEDIA_KINDS }).notNull(),
    /** As it was called where it came from. */
    name: text().notNull(),
    /** By its content, never by its name. */
    mediaType: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    /** Of a picture: the sizes in which it is stored, widest first. */
    sizes: jsonb().$type<FileSize[]>().notNull().default([]),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    /** The bytes are gone; the row stays for the log. */
    removedAt: instant(),
    formKey: text().unique(),
  },
  (t) => [
    index("files_write_up").on(t.writeUpId),
    index("files_workspace").on(t.workspaceId).where(sql`${t.removedAt} is null`),
    oneOf("files_kind", t.kind, MEDIA_KINDS),
    check("files_bytes", sql`${t.bytes} >= 0`),
  ],
);
