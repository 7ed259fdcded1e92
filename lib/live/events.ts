/** The channel of PostgreSQL on which instances tell each other what happened. */
export const CHANNEL = "live";

/** The topic under which instances tell each other that somebody's rights have ended. Nobody can listen to it. */
export const RIGHTS = "rights";

export interface LiveEvent {
  /** What happened, such as "note" or "step". */
  kind: string;
  id?: string;
}

/** What arrives in a browser: where it happened, what, and more where the topic brings it along. */
export interface News extends LiveEvent {
  topic: string;
  /** In milliseconds: whoever asks the server because of this waits a random part of it, so that not all ask at once. */
  within?: number;
}

/** After a lost connection nobody knows what was missed: whoever listens reads again. */
export const CATCH_UP = "catch-up";
/** Whoever listens may not any more: they close, and do not come back by themselves. */
export const END = "end";
/** Who has a page with this topic open. */
export const HERE = "here";

export interface HereNews extends News {
  count: number;
  /** Of the first ones, by name. */
  names: string[];
}

/** Topics in one stream, and streams of one person: each tab has one. */
export const TOPICS_MAX = 4;
export const STREAMS_MAX = 12;
export const HEARTBEAT = 20_000;
