import "server-only";
import { inArray, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { writeUpAuthors, writeUps, writeUpTexts } from "@/db/schema";
import { record } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/actor";
import { authorizePlace } from "@/lib/auth/can";
import { limitRate } from "@/lib/auth/rate-limit";
import { AppError } from "@/lib/errors/errors";
import type { PortableWriteUp } from "@/lib/exports/format";
import { newId } from "@/lib/ids";
import { placeCrisis } from "@/lib/write-ups/crises";
import { readingColumns } from "@/lib/write-ups/reading";
import { decoded } from "./decode";
import { documentOf } from "./document-of";
import { keepFiles } from "./files";
import { IMPORTS_AN_HOUR } from "./limits";
import { packed, unpacked } from "./packed";
import { markOf, readImport } from "./read";
import type { CheckInput, TakeInput } from "./schema";
import type { Candidate, FileRead } from "./types";

/** What a file holds and what of it does not fit. Nothing is written. */
export async function checkImport(actor: Actor, input: CheckInput): Promise<{ read: FileRead; kept: string | null }> {
  authorizeImport(actor, input.workspaceId);
  await limitRate(`import:${actor.personId}`, IMPORTS_AN_HOUR, 3600);
  const text = decoded(input.file);
  const read = readImport(text);
  return { read, kept: read.problems.length === 0 ? packed(text) : null };
}

/**
 * Takes all write-ups of a file into the city as drafts of the actor's, or none. The same file again makes no second copy:
 * `before` counts those that were there already.
 */
export async function takeImport(
  actor: Actor,
  input: TakeInput,
): Promise<{ made: number; before: number; filesLeft: number }> {
  const place = authorizeImport(actor, input.workspaceId);
  await limitRate(`import:${actor.personId}`, IMPORTS_AN_HOUR, 3600);
  const text = unpacked(input.kept);
  const read = text === null ? null : readImport(text);
  if (!read || read.problems.length > 0) throw new AppError("invalid");

  const made = await db.transaction((tx) => takeAll(tx, actor, place, read.candidates));
  const filesLeft = await keepFiles(actor, made, read.files);
  return { made: made.length, before: read.candidates.length - made.length, filesLeft };
}

export interface Taken {
  id: string;
  key: string;
  writeUp: PortableWriteUp;
}

function authorizeImport(actor: Actor, workspaceId: string) {
  const mine = actor.memberships.find((membership) => membership.workspaceId === workspaceId);
  const { cohortId } = authorizePlace(actor, "write-up.create", mine ? { cohortId: mine.cohortId, workspaceId } : null);
  return { cohortId, workspaceId };
}

async function takeAll(
  tx: Tx,
  actor: Actor,
  place: { cohortId: string; workspaceId: string },
  candidates: readonly Candidate[],
): Promise<Taken[]> {
  const { personId } = actor;
  // The same form twice at once: the second waits here and then finds what the first made.
  await tx.execute(sql`select 1 from workspaces where id = ${place.workspaceId} for no key update`);
  const keyOf = (candidate: Candidate) => `import-${personId}-${place.workspaceId}-${markOf(candidate)}`;
  const all = candidates.map((candidate) => ({ id: newId(), key: keyOf(candidate), writeUp: candidate.writeUp }));
  const known = await tx
    .select({ key: writeUps.formKey })
    .from(writeUps)
    .where(
      inArray(
        writeUps.formKey,
        all.map(({ key }) => key),
      ),
    );
  const taken = all.filter(({ key }) => !known.some((row) => row.key === key));
  if (taken.length === 0) return [];

  const crises = await placeCrises(tx, actor, taken);
  await tx.insert(writeUps).values(
    taken.map(({ id, key, writeUp: { kind, language, crisis, quickNote } }) => ({
      id,
      ...place,
      kind,
      language,
      crisisId: crisis && (crises.get(crisis.id) ?? null),
      quickNote,
      createdBy: personId,
      formKey: key,
    })),
  );
  await tx.insert(writeUpAuthors).values(taken.map(({ id }) => ({ writeUpId: id, personId })));
  await tx.insert(writeUpTexts).values(taken.flatMap((one) => textsOf(one, personId)));
  for (const { id, writeUp } of taken) {
    const detail = { kind: writeUp.kind, language: writeUp.language, imported: true };
    await record(tx, { actorId: personId, action: "write-up.create", ...place, subjectId: id, detail });
  }
  return taken;
}

/** Translations stay as many changes behind as they were. Files come after: they are kept once their write-up is there. */
function textsOf({ id, writeUp }: Taken, personId: string): (typeof writeUpTexts.$inferInsert)[] {
  const version = 1 + Math.max(0, ...writeUp.texts.map(({ behind }) => behind));
  const original = writeUp.texts.find(({ language }) => language === writeUp.language);
  return writeUp.texts.map(({ language, behind, machine, document }) => {
    const isOriginal = language === writeUp.language;
    return {
      writeUpId: id,
      audience: "city" as const,
      language,
      ...readingColumns(documentOf(document, writeUp.kind)),
      version,
      machine: isOriginal ? null : machine,
      translatedBy: isOriginal ? null : personId,
      followsVersion: isOriginal ? null : version - behind,
      follows: !isOriginal && behind === 0 && original ? documentOf(original.document, writeUp.kind) : null,
    };
  });
}

/** Each crisis of the file → one that the actor may know of, or a new one of its type. */
async function placeCrises(tx: Tx, actor: Actor, taken: readonly Taken[]): Promise<Map<string, string>> {
  const wanted = new Map(taken.flatMap(({ writeUp: { crisis } }) => (crisis ? [[crisis.id, crisis.type]] : [])));
  const placed = new Map<string, string>();
  for (const [id, type] of wanted) placed.set(id, await placeOne(tx, actor, id, `new:${type}`));
  return placed;
}

async function placeOne(tx: Tx, actor: Actor, id: string, otherwise: string): Promise<string> {
  try {
    return (await placeCrisis(tx, actor, id)).id;
  } catch (error) {
    // It is unknown here, or nothing that the actor may know of.
    if (!(error instanceof AppError) || error.code !== "invalid") throw error;
    return (await placeCrisis(tx, actor, otherwise)).id;
  }
}
