import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { getComparison } from "@/lib/revisions/comparisons";
import { listRevisions } from "@/lib/revisions/queries";
import type { Block, Run } from "@/lib/revisions/words";
import { firstWords } from "./first-words";

const CHANGES = 3;
const LENGTH = 240;

/** A sentence that reads otherwise since the release before; one of both may be empty. */
export interface Change {
  /** The part of the write-up, such as "Lessons". */
  part: string;
  before: string;
  after: string;
  language: string;
}

/** The first sentences that a release changed for the actor, and how many places there are; none for a first release. */
export async function whatChanged(actor: Actor, writeUpId: string, language: string): Promise<Change[]> {
  const revisions = (await listRevisions(actor, writeUpId, actor.locale))?.revisions.filter(
    ({ audience }) => audience !== "city",
  );
  const at = revisions?.findIndex(({ current }) => current) ?? -1;
  const [now, before] = at < 0 ? [] : (revisions?.slice(at, at + 2) ?? []);
  if (!now || !before) return [];
  const states = { from: before.number, to: now.number, language };
  const difference = (await getComparison(actor, writeUpId, states, actor.locale))?.difference;
  if (!difference) return [];
  return difference.parts
    .flatMap(({ title, rows }) =>
      rows
        .flatMap(({ fields }) => fields.flatMap(({ blocks }) => blocks.flatMap(changed)))
        .map((sentence) => ({ part: title, ...sentence, language: difference.language })),
    )
    .slice(0, CHANGES);
}

function changed(block: Block): { before: string; after: string }[] {
  if (block.kind === "same") return [];
  return [{ before: sentenceOf(block.runs, "removed"), after: sentenceOf(block.runs, "added") }];
}

/** Of one of the two texts the sentence in which it first differs; nothing when it has only lost or gained words elsewhere. */
function sentenceOf(runs: Run[], kind: "added" | "removed"): string {
  const own = runs.filter((run) => run.kind === "same" || run.kind === kind);
  const text = own.map((run) => run.text).join("");
  let at = 0;
  for (const run of runs) {
    if (run.kind !== "same") break;
    at += run.text.length;
  }
  const sentences = [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)];
  const found = sentences.findLast(({ index }) => index <= at) ?? sentences.at(-1);
  return firstWords(found?.segment.trim() ?? "", LENGTH);
}
