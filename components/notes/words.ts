import type { NoteKind } from "@/lib/notes/limits";

/** What a note in a list says about itself; {name} and {clock} are put in where it is shown. */
export interface NoteLabels {
  kinds: Record<NoteKind, string>;
  by: string;
  changedBy: string;
  removed: string;
  /** The same, when nobody may be named. */
  removedOne: string;
  change: string;
  remove: string;
}

/** What a field says about where its words are. */
export interface KeepLabels {
  waiting: string;
  saved: string;
  serverOnly: string;
  away: string;
  awayUnable: string;
  refused: string;
  locked: string;
  tooLong: string;
  gone: string;
  aside: string;
}

/** What the notes say once they are alive. */
export interface RoomLabels {
  note: NoteLabels;
  keep: KeepLabels;
  empty: string;
  general: string;
  here: string;
  hereOne: string;
  more: string;
  news: string;
  newsMany: string;
  changeLabel: string;
  what: string;
  done: string;
  removeAsk: string;
  removeYes: string;
  removeNo: string;
  unsent: string;
}

/** Puts names and figures into a sentence. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (found, name: string) => String(values[name] ?? found));
}
