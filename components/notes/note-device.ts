import { type DeviceCopy, forgetHere, keepHere, keptHere } from "@/components/working-copies/device";
import { NOTE_KINDS, type NoteKind } from "@/lib/notes/limits";

/** A note on its way to the server. */
export interface Draft {
  id: string;
  session: string;
  /** Who types it: nobody else is shown it. */
  person: string;
  step: string | null;
  kind: NoteKind;
  language: string;
  /** What the server has. */
  base: string;
  /** What was sent without an answer. */
  maybe: string | null;
  body: string;
  /** The id that the words get if they do not go together with somebody else's. */
  aside: string;
}

/** Beside what is typed into write-ups, so that signing out deletes both and says what the server does not have. */
const TASK = "note";

function copyOf({ id, session, person, ...draft }: Draft): DeviceCopy {
  const fields = Object.entries(draft).flatMap(([name, value]): [string, string][] =>
    value === null ? [] : [[name, value]],
  );
  return {
    ...{ person, writeUp: session, task: TASK, language: "", form: id, fields },
    ...{ version: 0, seen: "", serial: 0, at: Date.now(), confirmed: false, sent: false },
  };
}

/** False when this browser keeps nothing. */
export function keepDraft(draft: Draft): Promise<boolean> {
  return keepHere(copyOf(draft));
}

export function forgetDraft(draft: Draft): Promise<void> {
  return forgetHere(copyOf(draft));
}

/** Says that this tab has the draft in hand, until the tab is closed or the answer is called. */
export function holdDraft(id: string): () => void {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks?.request(lockOf(id), () => held);
  return () => release();
}

/** What a closed tab or a dropped line left behind, the oldest first, without what another tab has in hand. */
export async function draftsLeft(person: string, session: string): Promise<Draft[]> {
  const all = await keptHere(person, { writeUp: session, task: TASK, language: "" });
  const held = new Set((await navigator.locks?.query())?.held?.map(({ name }) => name));
  return all
    .filter(({ form }) => !held.has(lockOf(form)))
    .map(draftOf)
    .reverse();
}

const lockOf = (id: string) => `note ${id}`;

function draftOf({ form, writeUp, person, fields }: DeviceCopy): Draft {
  const values = new Map(fields);
  const kind = NOTE_KINDS.find((one) => one === values.get("kind")) ?? "note";
  const { step = null, maybe = null, ...rest } = Object.fromEntries(values) as Partial<Record<string, string>>;
  const { language = "en", base = "", body = "", aside = "" } = rest;
  return { id: form, session: writeUp, person, step, kind, language, base, maybe, body, aside };
}
