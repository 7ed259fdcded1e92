/** When what is typed is kept, in milliseconds: on the device at once, on the server after a pause, and at the latest. */
export const DEVICE_WAIT = 150;
export const PAUSE = 1000;
export const LATEST = 1900;
/** How often somebody who has a task open says so, and after how long without a word they are gone. */
export const HEARTBEAT = 20_000;
export const GONE_SECONDS = 60;

export const FIELDS_MAX = 2000;
export const NAME_MAX = 120;
/** Of all fields together, in characters. */
export const COPY_MAX = 600_000;

/** What a form holds, as pairs of name and value in their order. */
export type Fields = [string, string][];

/** Which form: one task of one write-up in its language, or one part of its translation into another. */
export interface FormAddress {
  writeUp: string;
  task: string;
  language: string;
}

export interface KeptCopy extends FormAddress {
  fields: Fields;
  /** The version and the part of the text that the form was made from. */
  version: number;
  seen: string;
  /** Rises with each save, so that a late one does not overwrite a newer one. */
  serial: number;
}

/** Somebody else who has this write-up open, and whether it is the same task. */
export interface Other {
  name: string;
  here: boolean;
}

export interface CopyState {
  /** Whose copies these are. A browser shows what it kept to nobody else. */
  person: string;
  copy: (Pick<KeptCopy, "fields" | "version" | "seen"> & { at: string }) | null;
  /** The last serial that counts; 0 when nothing was ever kept. */
  serial: number;
  others: Other[];
}

export interface KeptState {
  /** False when a newer save, or Continue, came before. */
  kept: boolean;
  serial: number;
  others: Other[];
}
