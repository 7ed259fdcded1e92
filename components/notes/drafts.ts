import { useSyncExternalStore } from "react";
import type { Draft } from "./note-device";
import { type Heard, type Keeping, NoteKeeper } from "./note-keeper";

type Hear = (note: Heard) => void;

/** A note of this tab that was added and has not reached the server. */
export interface Waiting {
  id: string;
  body: string;
  trouble: Keeping["server"];
}

interface Drafts {
  /** Notes that stand in a field: the list leaves them out. */
  writing: ReadonlyMap<string, Hear>;
  waiting: readonly Waiting[];
}

const EMPTY: Drafts = { writing: new Map(), waiting: [] };
let drafts = EMPTY;
const listeners = new Set<() => void>();

function set(change: Partial<Drafts>): void {
  drafts = { ...drafts, ...change };
  for (const listener of listeners) listener();
}

/** The field writes this note now, and hears of it, and no longer that one. */
export function isWriting(id: string, before: string | null, hear: Hear): void {
  const writing = new Map(drafts.writing);
  if (before !== null) writing.delete(before);
  set({ writing: writing.set(id, hear) });
}

export function isWritten(id: string): void {
  const writing = new Map(drafts.writing);
  writing.delete(id);
  set({ writing });
}

/** Notes have changed: the field that writes one of them takes it in. */
export function tellDrafts(notes: readonly (Heard & { id: string })[]): void {
  for (const note of notes) drafts.writing.get(note.id)?.(note);
}

/**
 * Goes on sending a note whose field is needed for the next one, also a note that another visit left behind. Resolves after the
 * first try.
 */
export function deliver(draft: Draft): Promise<void> {
  const others = () => drafts.waiting.filter(({ id }) => id !== keeper.draft.id && id !== draft.id);
  const keeper = new NoteKeeper(draft, {
    onState: ({ server }) => {
      const done = server === "saved";
      set({ waiting: [...others(), ...(done ? [] : [{ id: keeper.draft.id, body: draft.body, trouble: server }])] });
      if (done) keeper.end();
    },
    onWords: () => {},
    onId: () => {},
  });
  return keeper.flush();
}

export function useDrafts(): Drafts {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => drafts,
    () => EMPTY,
  );
}
