import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { authorizeWriteUp } from "@/lib/auth/can";
import { AppError, fieldError } from "@/lib/errors/errors";
import { dropCopy } from "@/lib/working-copies/drop";
import { loadSubject, type Subject } from "@/lib/write-ups/subject";
import { type Follows, translatedWords } from "./follow";
import { LONG_FIELDS, WORD_MAX } from "./limits";
import { markOf, markOfTranslation } from "./mark";
import { type Part, partsOf } from "./parts";
import type { TranslateInput } from "./schema";
import { nameOf } from "./words";
import { followsToChange, type Locked, lockTranslation, writeTranslation } from "./write";

const TITLE = "title//title";

/**
 * Saves the translated words of one part. They follow the original as the form showed it: if it changed in the meantime,
 * or somebody else translated the part, the form comes back as a conflict with everything that was typed.
 */
export async function saveTranslation(actor: Actor, input: TranslateInput): Promise<{ id: string }> {
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, input.id));
  return db.transaction(async (tx) => {
    const locked = await lockTranslation(tx, subject, input.language);
    const { original, translation } = locked;
    const part = partIn(subject, locked, input.part);
    const typed = wordsTyped(part, input);
    const done = async () => {
      await dropCopy(tx, { writeUpId: subject.id, personId: actor.personId, language: input.language, task: part.key });
      return { id: subject.id };
    };
    if (!translation && (part.key !== "title" || !typed.has(TITLE))) {
      // Nothing to save: the machine begins it.
      if (input.button === "machine" && typed.size === 0) return done();
      throw fieldError(titleField(part), "translations.error.titleFirst");
    }
    if (translation && same(part, typed)) return done();
    if (input.of !== markOf(part.words)) throw moved("translations.error.originalMoved");
    if (input.seen !== markOfTranslation(part.words)) throw moved("translations.error.translatedByOther");
    if (part.key === "title" && !typed.has(TITLE) && input.button !== "machine")
      throw fieldError(titleField(part), "translations.error.titleMissing");

    const words = translation ? translatedWords(translation.document, translation.follows) : new Map<string, string>();
    const follows = followsToChange(locked);
    for (const word of part.words) {
      const text = typed.get(word.key) ?? "";
      // Asking the machine for the rest says nothing about what is there.
      if (input.button !== "machine" || text !== word.translation) place(word, text, words, follows);
    }
    await writeTranslation(
      tx,
      actor,
      { subject, language: input.language, locked: { original, translation } },
      { words, follows, by: actor.personId },
      { part: part.key },
    );
    return done();
  });
}

/** A person has translated a word, from the original as it stands now, or left it for later. */
function place(
  { key, text }: { key: string; text: string },
  typed: string,
  words: Map<string, string>,
  follows: Follows,
): void {
  const without = (keys: string[]) => keys.filter((one) => one !== key);
  follows.machine = without(follows.machine);
  follows.open = without(follows.open);
  if (typed) {
    words.set(key, typed);
    follows.of[key] = text;
  } else {
    words.delete(key);
    delete follows.of[key];
    follows.open.push(key);
  }
}

function partIn(subject: Subject, { original, translation }: Locked, key: string): Part {
  const part = partsOf(subject.kind, original.document, translation).find((one) => one.key === key);
  if (!part) throw new AppError("not_found");
  return part;
}

/** Sent twice, or nothing to say: every word is there and follows the original as it is. */
function same(part: Part, typed: Map<string, string>): boolean {
  return part.words.every(
    ({ key, translation, state }) =>
      translation === (typed.get(key) ?? "") && (state === "done" || (state === "open" && !typed.has(key))),
  );
}

/** What was typed, by place, without what was left empty. */
function wordsTyped(part: Part, { words }: TranslateInput): Map<string, string> {
  const typed = new Map<string, string>();
  // Words that the original lost in the meantime are not among them: the mark of the original tells that it changed.
  for (const { key, field } of part.words) {
    const text = words.get(key) ?? "";
    const clean = LONG_FIELDS.includes(field) ? text : text.replace(/\s*\n\s*/g, " ");
    const max = WORD_MAX[field];
    if (clean.length > max) throw fieldError(nameOf(key), "errors.field.tooLong", { max });
    if (clean !== "") typed.set(key, clean);
  }
  return typed;
}

function titleField(part: Part): string {
  return part.key === "title" ? nameOf(TITLE) : "form";
}

function moved(key: string): AppError {
  return new AppError("conflict", { fields: { form: { key } } });
}
