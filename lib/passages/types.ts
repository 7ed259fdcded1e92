import type { CommentCity } from "@/lib/comments/types";
import type { Anchor } from "./anchor";

interface SaidBeside {
  id: string;
  name: string;
  city: CommentCity | null;
  html: string;
  language: string;
  createdAt: string;
  when: string;
}

/** A comment as it stands beside the passage that it means. */
export interface Beside extends SaidBeside {
  /** How many answers stand in the thread. */
  answers: number;
  /** The last of them, which stands here too. */
  newest: SaidBeside | null;
  anchor: Anchor;
}

/** What is said about the passages of a text. */
export interface PassageTalk {
  beside: Beside[];
  /** Whether the reader may say something. */
  post: boolean;
  /** For readers of the city's own text the sections as the cohort has them; null for everybody else. */
  shared: { key: string; html: string }[] | null;
}

/** A field that stands open below a block of the text when the page comes. */
export interface OpenAt {
  section: string;
  /** The number of the block in the section's words. */
  block: number;
  /** What it is for: a new comment on a passage, or an answer. */
  field: { kind: "new"; anchor: Anchor; inside: boolean } | { kind: "reply"; id: string; name: string };
}
