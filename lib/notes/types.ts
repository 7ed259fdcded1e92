import type { NoteKind } from "./limits";

interface Somebody {
  id: string;
  name: string;
}

/** A note with the names that belong to it. Whoever shows it outside the session leaves them out: "use it, don't name it". */
export interface Note {
  id: string;
  stepId: string | null;
  kind: NoteKind;
  language: string;
  /** Empty when it was removed. */
  body: string;
  version: number;
  author: Somebody;
  city: { code: string; name: string; localName: string; languages: string[]; accent: string } | null;
  createdAt: Date;
  /** Whoever else changed its words last. */
  changedBy: string | null;
  /** Who removed it. */
  removedBy: string | null;
}

/** A note as somebody reads it, in their language and clock. */
export interface NoteView {
  id: string;
  stepId: string | null;
  kind: NoteKind;
  language: string;
  body: string;
  version: number;
  author: Somebody;
  city: { code: string; name: string; accent: string } | null;
  clock: string;
  changedBy: string | null;
  removedBy: string | null;
}

/** The notes of a session for one reader. */
export interface NotesPage {
  sessionId: string;
  title: string;
  /** In their order; a note without a step is about the session as a whole. */
  steps: { id: string; title: string }[];
  /** The step that runs now. */
  stepId: string | null;
  language: string;
  notes: NoteView[];
  me: string;
  noteTaker: string | null;
  /** `correct`: also what others wrote. */
  abilities: { write: boolean; correct: boolean };
  /** The minutes are locked: nothing changes any more. */
  locked: boolean;
  /** People may come and write now, or soon: the page listens. */
  live: boolean;
}

/** What the server says to what was typed. */
export interface KeptNote {
  note: NoteView;
  /** The words did not go together with somebody else's: they stand here, and theirs in `note`. */
  aside: NoteView | null;
  /** The note's words as they are kept, blanks at the ends too. */
  body: string;
}
