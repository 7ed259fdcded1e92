import type { Follow } from "./limits";

/** What can be followed or muted: exactly one thing. */
export type Thing = { writeUpId: string } | { sessionId: string } | { commitmentId: string } | { askId: string };

/** What a thing is called, and in which language. */
export interface Title {
  text: string;
  language: string;
}

/** A thing about which somebody has said how much they want to hear of it. */
export interface Followed {
  thing: Thing;
  title: Title;
  follow: Follow;
}
