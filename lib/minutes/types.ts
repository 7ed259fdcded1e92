import type { Commitment } from "@/lib/commitments/types";
import type { NoteKind } from "@/lib/notes/limits";
import type { SessionCity, SessionView } from "@/lib/sessions/types";

export interface Speaker {
  name: string;
  city: Pick<SessionCity, "code" | "name" | "localName" | "languages" | "accent"> | null;
}

/** Something that was written down in a session. */
export interface Output {
  id: string;
  kind: NoteKind;
  body: string;
  language: string;
  /** Null where what was said may be used, but not who said it. */
  by: Speaker | null;
}

export interface MinutesPart {
  /** Null: under no step of the agenda. */
  step: { id: string; title: string } | null;
  outputs: Output[];
}

export interface Summary {
  markdown: string;
  html: string;
  language: string;
  version: number;
  updatedAt: Date;
  updatedBy: string;
}

export interface Amendment {
  id: string;
  body: string;
  language: string;
  author: string;
  at: Date;
}

/** A session afterwards, as its reader may read it. Page, print, PDF and mail are made from this and nothing else. */
export interface MinutesView {
  session: SessionView;
  summary: Summary | null;
  parts: MinutesPart[];
  openQuestions: Pick<Output, "id" | "body" | "language" | "by">[];
  commitments: Commitment[];
  attendance: {
    total: number;
    /** From west to east, then those of no invited city. Names only where people may be named. */
    cities: { city: SessionCity | null; count: number; names: string[] }[];
  };
  amendments: Amendment[];
  locked: { at: Date; by: string } | null;
  abilities: { write: boolean; lock: boolean; amend: boolean };
}
