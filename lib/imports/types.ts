import type { PortableFileContent, PortableWriteUp } from "@/lib/exports/format";

/** Where in the file something stands: the line of a table, or the how-many-eth write-up. */
export interface Place {
  line: number | null;
  number: number;
}

/** What does not fit. `field` is a column's key or a path; null for the row or the file as a whole. */
export interface Problem {
  place: Place | null;
  field: string | null;
  /** A sentence of the messages. */
  key: string;
  values?: Record<string, string | number>;
}

/** Something that is left out without harm to the rest. */
export interface Note {
  place: Place | null;
  key: string;
  values?: Record<string, string | number>;
}

export interface Candidate {
  place: Place;
  writeUp: PortableWriteUp;
}

/** What a file holds. It is taken only when there are no problems. */
export interface FileRead {
  candidates: Candidate[];
  problems: Problem[];
  notes: Note[];
  files: PortableFileContent[];
}

/** The report as a person reads it, in their language. */
export interface Report {
  ready: boolean;
  summary: string;
  fits: { place: string; title: string; language: string; about: string }[];
  problems: string[];
  notes: string[];
  /** The file again, packed, so that it need not be chosen a second time. Null when it does not fit. */
  kept: string | null;
  workspaceId: string;
  /** What the one click is called. */
  take: string;
}
