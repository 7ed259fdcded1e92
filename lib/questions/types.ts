import type { SessionCity } from "@/lib/sessions/types";

export interface Question {
  id: string;
  body: string;
  language: string;
  votes: number;
  answered: boolean;
  /** Whether the reader voted for it. */
  mine: boolean;
  /** Null where nobody is named. */
  author: { name: string; city: SessionCity | null; me: boolean } | null;
  abilities: { vote: boolean; answer: boolean; remove: boolean };
}

export interface Questions {
  /** Most wanted first, those that were answered at the end. */
  items: Question[];
  mayAsk: boolean;
}
