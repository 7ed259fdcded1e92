import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { writeUpAuthors, writeUps } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizeWriteUp, canWriteUp } from "@/lib/auth/can";
import type { Role } from "@/lib/cohorts/limits";
import { AppError, fieldError } from "@/lib/errors/errors";
import { isId } from "@/lib/ids";
import type { AuthorInput } from "./schema";
import { loadSubject, type Subject } from "./subject";

export interface Author {
  personId: string;
  name: string;
  /** Their role in the city now; null for somebody who left. */
  role: Role | null;
  isMe: boolean;
}

/** Who writes it, and who of the city could be asked to; null for somebody who may not edit it. */
export async function listAuthors(
  actor: Actor,
  id: string,
): Promise<{ authors: Author[]; colleagues: { personId: string; name: string }[] } | null> {
  const subject = isId(id) ? await loadSubject(actor, id) : null;
  if (!subject || !canWriteUp(actor, "write-up.edit", subject)) return null;
  const people = await peopleOf(db, subject);
  return {
    authors: people
      .filter(({ writes }) => writes)
      .map(({ personId, name, role }) => ({ personId, name, role, isMe: personId === actor.personId })),
    colleagues: people.filter(({ writes }) => !writes).map(({ personId, name }) => ({ personId, name })),
  };
}

/** Lets a colleague of the city read and edit it, a draft too. Asking twice counts once. */
export async function addAuthor(actor: Actor, { id, personId }: AuthorInput): Promise<{ id: string }> {
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, id));
  return db.transaction(async (tx) => {
    await lock(tx, subject);
    const person = (await peopleOf(tx, subject)).find((one) => one.personId === personId);
    if (!person?.role) throw fieldError("personId", "writing.error.colleague");
    const added = await tx
      .insert(writeUpAuthors)
      .values({ writeUpId: subject.id, personId })
      .onConflictDoNothing()
      .returning({ personId: writeUpAuthors.personId });
    if (added.length > 0) await log(tx, actor, subject, "write-up.add-author", personId);
    return { id: subject.id };
  });
}

/** Takes an author off. A draft keeps somebody who can share it: without, nobody would ever find it again. */
export async function removeAuthor(actor: Actor, { id, personId }: AuthorInput): Promise<{ id: string }> {
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, id));
  return db.transaction(async (tx) => {
    await lock(tx, subject);
    const authors = (await peopleOf(tx, subject)).filter(({ writes }) => writes);
    const gone = authors.find((one) => one.personId === personId);
    if (!gone) return { id: subject.id };
    const rest = authors.filter((one) => one !== gone);
    const keeps = rest.some(gone.role === "official" || gone.role === "lead" ? mayShare : isHere);
    if (subject.audience === "draft" && gone.role !== null && !keeps)
      throw fieldError("form", "writing.error.lastAuthor");
    await tx
      .delete(writeUpAuthors)
      .where(and(eq(writeUpAuthors.writeUpId, subject.id), eq(writeUpAuthors.personId, personId)));
    await log(tx, actor, subject, "write-up.remove-author", personId);
    return { id: subject.id };
  });
}

const isHere = ({ role }: { role: Role | null }) => role !== null;
const mayShare = ({ role }: { role: Role | null }) => role === "official" || role === "lead";

/** One at a time, and only while it has the audience that was looked at. */
async function lock(tx: Tx, subject: Subject): Promise<void> {
  const [row] = await tx
    .select({ audience: writeUps.audience })
    .from(writeUps)
    .where(eq(writeUps.id, subject.id))
    .for("no key update");
  if (row?.audience !== subject.audience) throw new AppError("conflict");
}

/** The people of the city as of now, and the authors who left it, by name. */
async function peopleOf(on: Tx | typeof db, { id, workspaceId }: Pick<Subject, "id" | "workspaceId">) {
  const rows = await on.execute<{ person_id: string; name: string; role: Role | null; writes: boolean }>(sql`
    select p.id as person_id, p.name, m.role, (a.person_id is not null) as writes
    from people p
    left join lateral (select m.role from memberships m where m.person_id = p.id and m.workspace_id = ${workspaceId}
        and m.from_at <= now() and (m.until_at is null or m.until_at > now())
      order by array_position(array['lead', 'official', 'member'], m.role) limit 1) m on true
    left join write_up_authors a on a.write_up_id = ${id} and a.person_id = p.id
    where m.role is not null or a.person_id is not null
    order by p.name, p.id`);
  return rows.map(({ person_id: personId, ...row }) => ({ personId, ...row }));
}

function log(tx: Tx, actor: Actor, subject: Subject, action: string, personId: string): Promise<void> {
  const { cohortId, workspaceId, id } = subject;
  return record(tx, { actorId: actor.personId, action, cohortId, workspaceId, subjectId: id, detail: { personId } });
}
