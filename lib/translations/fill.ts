import "server-only";
import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { authorizeWriteUp } from "@/lib/auth/can";
import { limitRate } from "@/lib/auth/rate-limit";
import { AppError, fieldError } from "@/lib/errors/errors";
import { type ContentLanguage, isContentLanguage } from "@/lib/i18n/locales";
import type { Document } from "@/lib/write-ups/document";
import { loadSubject, type Subject } from "@/lib/write-ups/subject";
import { translatedWords } from "./follow";
import { MACHINE_MAX, MACHINE_RATE, WORD_MAX } from "./limits";
import { type Machine, machineFor } from "./machine/provider";
import { MachineError } from "./machine/request";
import { translateMarkdown } from "./machine/translate";
import { partsOf, sendable, type TranslatedWord } from "./parts";
import type { FillInput } from "./schema";
import { followsToChange, lockTranslation, writeTranslation } from "./write";

/** After this long no further part is begun, so that the answer comes before a proxy gives up. */
const BUDGET = 35_000;

export interface Filled {
  id: string;
  /** Words that the machine has translated, and those that it has not come to. */
  filled: number;
  left: number;
}

/**
 * Asks the translation service for the words that nobody has translated, part by part, and marks them as the machine's.
 * What a person wrote stays. Nothing of a draft and nothing that stays in the city is sent.
 */
export async function fillByMachine(actor: Actor, input: FillInput): Promise<Filled> {
  const subject = authorizeWriteUp(actor, "write-up.edit", await loadSubject(actor, input.id));
  if (subject.audience === "draft") throw refused("draft");
  const machine = machineFor(subject.audience);
  if (!machine) throw refused("off");
  await limitRate(`machine:${actor.personId}`, MACHINE_RATE, 3600);

  const open = openParts(subject, await load(subject, input.language), input.part);
  const [first] = open;
  if (!first) throw refused("nothing");
  const { language } = input;
  const from = subject.language;
  if (!isContentLanguage(language) || !isContentLanguage(from)) throw new AppError("not_found");
  const job = { subject, language, from, machine };
  const until = Date.now() + BUDGET;
  let sent = 0;
  let filled = 0;
  let left = 0;
  for (const words of open) {
    const size = words.reduce((sum, { text }) => sum + text.length, 0);
    if (words !== first && (Date.now() > until || sent + size > MACHINE_MAX)) left += words.length;
    else filled += await fillPart(actor, job, words);
    sent += size;
  }
  return { id: subject.id, filled, left };
}

async function fillPart(
  actor: Actor,
  job: { subject: Subject; language: ContentLanguage; from: ContentLanguage; machine: Machine },
  words: TranslatedWord[],
): Promise<number> {
  const { subject, language, machine } = job;
  const translated = await askMachine(words, job);
  return db.transaction(async (tx) => {
    const locked = await lockTranslation(tx, subject, language);
    const follows = followsToChange(locked);
    const { original, translation } = locked;
    const now = new Map(openParts(subject, locked, "").flatMap((part) => part.map((word) => [word.key, word.text])));
    const texts = translation ? translatedWords(translation.document, follows) : new Map<string, string>();
    let count = 0;
    for (const [index, { key, text, field }] of words.entries()) {
      const found = translated[index] ?? "";
      // Not what somebody wrote in the meantime, nor what the original no longer says.
      if (now.get(key) !== text || found === "" || found.length > WORD_MAX[field]) continue;
      texts.set(key, found);
      follows.of[key] = text;
      follows.open = follows.open.filter((one) => one !== key);
      follows.machine.push(key);
      count += 1;
    }
    if (count > 0)
      await writeTranslation(
        tx,
        actor,
        { subject, language, locked: { original, translation } },
        { words: texts, follows, machine: machine.name, by: null },
        { service: machine.name, words: count },
      );
    return count;
  });
}

async function askMachine(
  words: TranslatedWord[],
  { language, from, machine }: { language: ContentLanguage; from: ContentLanguage; machine: Machine },
): Promise<string[]> {
  try {
    return await translateMarkdown(
      words.map(({ text }) => text),
      (html) => machine.translate(html, from, language),
    );
  } catch (error) {
    if (!(error instanceof MachineError)) throw error;
    console.error(`translation service: ${error.problem}`, error.cause ?? "");
    throw refused(error.problem);
  }
}

function load(subject: Subject, language: string) {
  return db.transaction((tx) => lockTranslation(tx, subject, language));
}

/** What may be sent: words that nobody has translated, of parts that do not stay in the city. */
function openParts(
  subject: Subject,
  { original, translation }: { original: { document: Document }; translation: Parameters<typeof partsOf>[2] },
  part: string,
): TranslatedWord[][] {
  return partsOf(subject.kind, original.document, translation)
    .filter(({ key }) => part === "" || key === part)
    .map((one) => sendable(one, original.document))
    .filter((words) => words.length > 0);
}

function refused(reason: "draft" | "off" | "nothing" | "unreachable" | "busy" | "unexpected"): AppError {
  return fieldError("form", `translations.machine.error.${reason}`);
}
